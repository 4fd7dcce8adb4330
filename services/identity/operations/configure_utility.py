"""The system creates or changes a utility."""

from __future__ import annotations

from typing import Any

from services.chassis.db.work import Work
from services.identity.contract.events.utilities import UtilityConfigured
from services.identity.contract.operations.utilities import ConfigureUtility
from services.identity.contract.types.utilities import UtilityView
from services.identity.model import Utility
from services.identity.store import utilities
from services.identity.views.utilities import utility_view


def configure_utility(request: ConfigureUtility, work: Work) -> UtilityView:
    """As the view says; nothing is told when nothing changed."""
    wanted = request.view
    found = utilities.find(work.session, wanted.utility)
    if found is not None and utility_view(found) == wanted:
        return wanted
    work.session.merge(Utility(**_columns(wanted)))
    work.emit(
        UtilityConfigured(
            utility_id=wanted.utility,
            name=wanted.name,
            short_name=wanted.short_name,
            duty_phone=wanted.duty_phone,
            training=wanted.training,
            contractor_url=wanted.contractor_url,
            operator_url=wanted.operator_url,
            opens_at=wanted.opens_at,
        ),
        utility=wanted.utility,
    )
    return wanted


def _columns(wanted: UtilityView) -> dict[str, Any]:
    """Instants as such, what lies in one column as JSON."""
    return {**wanted.model_dump(mode="json"), "opens_at": wanted.opens_at}
