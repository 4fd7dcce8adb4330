"""A utility let a firm in."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmApproved


def on_firm_approved(event: FirmApproved, work: Work) -> None:
    """Its name, language and standing at the utility."""
    known.hear_firm(
        work.session,
        event.firm_id,
        work.actor.utility,
        event.revision,
        {
            "name": event.name,
            "orgnr": event.orgnr,
            "professions": event.professions,
            "status": "approved",
            "language": event.language,
        },
    )
