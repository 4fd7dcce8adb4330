"""A firm's name, language, professions or status changed."""

from __future__ import annotations

from typing import Any

from services.cases import events
from services.cases.contract.events.parties import FirmReplaced
from services.cases.contract.types.parties import FirmRef
from services.cases.store import case_parties, known, parties
from services.cases.views import firm_of
from services.chassis.db.work import Work
from services.identity.contract.events.firms import FirmChanged


def on_firm_changed(event: FirmChanged, work: Work) -> None:
    """A suspended firm stops submitting at once; running cases take a new name over."""
    said: dict[str, Any] = {
        "name": event.name,
        "orgnr": event.orgnr,
        "status": event.status,
        "professions": event.professions,
    }
    if event.language is not None:
        said["language"] = event.language
    utility = work.actor.utility
    if known.hear_firm(work.session, event.firm_id, utility, event.revision, said):
        _rename(event, work)
        case_parties.rename(work, event.firm_id, event.name, event.orgnr)


def _rename(event: FirmChanged, work: Work) -> None:
    now = FirmRef(firm_id=event.firm_id, name=event.name, orgnr=event.orgnr)
    for case in parties.of_firm(work, event.firm_id):
        before = firm_of(case)
        if before != now and parties.is_running(case):
            parties.take_over(work, case, now, "firm_renamed")
            work.emit(events.of_case(FirmReplaced, case, before=before, why="renamed"))
