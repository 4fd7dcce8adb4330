"""What a decision must hold to be one."""

from __future__ import annotations

from services.cases.contract.errors import ConditionsMissing
from services.cases.contract.types.words import Outcome
from services.chassis.messages import FieldError


def ensure_conditions_fit(outcome: Outcome, conditions: list[str]) -> None:
    """Conditions belong to an approval with conditions, and to nothing else.

    Raises ConditionsMissing, also for one that says nothing.
    """
    expected = outcome == "approved_with_conditions"
    if bool(conditions) != expected or not all(conditions):
        code = "required" if expected else "none_required"
        raise ConditionsMissing(outcome=outcome, errors=[FieldError(field="conditions", code=code)])
