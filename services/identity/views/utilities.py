"""A utility as it was configured, and as it is."""

from __future__ import annotations

from services.identity.contract.types.utilities import TwoFactorPolicy, UtilityView
from services.identity.model import Utility


def configured_view(utility: Utility) -> UtilityView:
    """As a file says."""
    return UtilityView.model_validate(
        {name: getattr(utility, name) for name in UtilityView.model_fields}
    )


def utility_view(utility: Utility) -> UtilityView:
    """As everybody reads it: what was chosen in the portal counts before the file."""
    view = configured_view(utility)
    if utility.chosen_duty_phone is not None:
        view = view.model_copy(update={"duty_phone": utility.chosen_duty_phone})
    if utility.chosen_two_factor is not None:
        policy = TwoFactorPolicy.model_validate(utility.chosen_two_factor)
        view = view.model_copy(update={"two_factor": policy})
    return view
