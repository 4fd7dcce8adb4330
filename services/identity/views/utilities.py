"""A utility as it was configured."""

from __future__ import annotations

from services.identity.contract.types.utilities import UtilityView
from services.identity.model import Utility


def utility_view(utility: Utility) -> UtilityView:
    """A utility as it was configured."""
    return UtilityView.model_validate(
        {name: getattr(utility, name) for name in UtilityView.model_fields}
    )
