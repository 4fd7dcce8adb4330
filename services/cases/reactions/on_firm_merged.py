"""Two firms became one at the utility."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.parties import FirmReplaced
from services.cases.contract.types.parties import FirmRef
from services.cases.store import case_parties, formers, known, parties
from services.cases.views import firm_of
from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmMerged


def on_firm_merged(event: FirmMerged, work: Work) -> None:
    """Its cases are the other's, with the history kept; a late token of it submits nothing."""
    said = {"name": event.name, "orgnr": event.orgnr, "status": "merged"}
    known.hear_firm(work.session, event.firm_id, work.actor.utility, event.revision, said)
    into = FirmRef(firm_id=event.into, name=event.into_name, orgnr=event.into_orgnr)
    for case in parties.of_firm(work, event.firm_id):
        before = firm_of(case)
        parties.take_over(work, case, into, "firm_merged")
        work.emit(events.of_case(FirmReplaced, case, before=before, why="merged"))
    for case in case_parties.merged(work, event.firm_id, into):
        work.emit(events.of_case(FirmReplaced, case, before=_old(event), why="merged"))
    formers.merged(work.session, work.actor.utility, event.firm_id, event.into)


def _old(event: FirmMerged) -> FirmRef:
    return FirmRef(firm_id=event.firm_id, name=event.name, orgnr=event.orgnr)
