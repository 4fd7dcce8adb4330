"""A utility did not let a firm in."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmRejected


def on_firm_rejected(event: FirmRejected, work: Work) -> None:
    """It cannot submit there, whatever its token still says."""
    known.hear_firm(
        work.session,
        event.firm_id,
        work.actor.utility,
        event.revision,
        {
            "name": event.name,
            "orgnr": event.orgnr,
            "status": "rejected",
            "language": event.language,
        },
    )
