"""An administrator says from when, and why, everybody logs in with two factors."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import ExplanationMissing
from services.identity.contract.operations.utilities import SetTwoFactorPolicy
from services.identity.contract.types.utilities import TwoFactorPolicy
from services.identity.domain.administering import ensure_administrator
from services.identity.steps.utilities import tell_utility
from services.identity.store import utilities
from services.identity.views.utilities import utility_view


def set_two_factor_policy(request: SetTwoFactorPolicy, work: Work) -> TwoFactorPolicy:
    """Told on the pages from now on, whatever a file says; what it was stands in the trail.

    Raises NotForYou, ExplanationMissing.
    """
    ensure_administrator(work.actor)
    if request.why and "nb" not in request.why:
        raise ExplanationMissing
    utility = utilities.known(work.session, work.actor.utility, hold=True)
    before = utility_view(utility).two_factor
    policy = TwoFactorPolicy.model_validate(request.model_dump())
    utility.chosen_two_factor = policy.model_dump(mode="json")
    work.record(
        "two_factor_policy_set",
        chain=f"utility:{utility.utility}",
        facts={"before": before.model_dump(mode="json"), "now": utility.chosen_two_factor},
    )
    tell_utility(work, utility)
    return policy
