"""A utility as it was configured, and as it is."""

from __future__ import annotations

from services.identity.contract.types.utilities import UtilityView
from services.identity.model import Utility


def configured_view(utility: Utility) -> UtilityView:
    """As a file says."""
    return UtilityView.model_validate(
        {name: getattr(utility, name) for name in UtilityView.model_fields}
    )


def utility_view(utility: Utility) -> UtilityView:
    """As everybody reads it: what was chosen in the portal counts before the file."""
    chosen = {"duty_phone": utility.chosen_duty_phone}
    return configured_view(utility).model_copy(
        update={name: value for name, value in chosen.items() if value is not None}
    )
