"""A utility has a name, and a number for its duty centre."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.utilities import UtilityConfigured
from services.notify.model import Utility
from services.notify.store import contacts


def on_utility_configured(event: UtilityConfigured, work: Work) -> None:
    """Keep what messages need; identity's sequence tells older from newer."""
    contacts.hear(
        work.session,
        Utility,
        utility=event.utility_id,
        sequence=work.cause.sequence if work.cause else 0,
        name=event.name,
        short_name=event.short_name,
        duty_phone=event.duty_phone,
        training=event.training,
        contractor_url=event.contractor_url.rstrip("/"),
        operator_url=event.operator_url.rstrip("/"),
    )
