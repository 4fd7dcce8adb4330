"""A utility stopped a firm."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmSuspended


def on_firm_suspended(event: FirmSuspended, work: Work) -> None:
    """It sends nothing in from now on, whatever its token still says."""
    said = {"name": event.name, "orgnr": event.orgnr, "status": "suspended"}
    known.hear_firm(work.session, event.firm_id, work.actor.utility, event.revision, said)
