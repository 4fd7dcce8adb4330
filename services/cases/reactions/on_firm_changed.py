"""A firm's name or standing changed."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmChanged


def on_firm_changed(event: FirmChanged, work: Work) -> None:
    """A suspended firm stops submitting at once; its language stays."""
    known.hear_firm(
        work.session,
        event.firm_id,
        work.actor.utility,
        event.revision,
        {"name": event.name, "orgnr": event.orgnr, "status": event.status},
    )
