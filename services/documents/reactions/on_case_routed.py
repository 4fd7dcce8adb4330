"""Another zone handles a case: later letters name its contact."""

from __future__ import annotations

from services.cases.contract.events.routing import CaseRouted
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_routed(event: CaseRouted, work: Work) -> None:
    """An older event than what is known changes nothing."""
    before = cases.known_revision(work.session, event.case_id)
    case = cases.follow(work.session, event, work.actor.utility)
    if event.revision > before:
        case.contact = event.zone.model_dump(mode="json") if event.zone else None
