"""A firm has another name, address or standing."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmChanged
from services.notify.outgoing.firms import hear_firm


def on_firm_changed(event: FirmChanged, work: Work) -> None:
    """Keep it by revision."""
    hear_firm(work, event, event.status)
