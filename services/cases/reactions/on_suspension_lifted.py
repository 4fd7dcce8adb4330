"""A utility let a firm go on."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.firms import SuspensionLifted


def on_suspension_lifted(event: SuspensionLifted, work: Work) -> None:
    """It may send in again."""
    said = {"name": event.name, "orgnr": event.orgnr, "status": "approved"}
    known.hear_firm(work.session, event.firm_id, work.actor.utility, event.revision, said)
