"""A utility is told as it is now."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.utilities import UtilityConfigured
from services.identity.model import Utility
from services.identity.views.utilities import utility_view


def tell_utility(work: Work, utility: Utility) -> None:
    """What other services keep of it."""
    view = utility_view(utility)
    work.emit(
        UtilityConfigured(
            utility_id=view.utility,
            name=view.name,
            short_name=view.short_name,
            duty_phone=view.duty_phone,
            training=view.training,
            contractor_url=view.contractor_url,
            operator_url=view.operator_url,
        ),
        utility=view.utility,
    )
