"""The progress of a case, for firm and utility."""

from __future__ import annotations

from services.cases.contract.operations.reading import GetTimeline
from services.cases.contract.types.case import Timeline
from services.cases.model import Case
from services.cases.store import cases, documents, formers, history
from services.cases.views import timeline_entry
from services.chassis.db.work import Work


def get_timeline(request: GetTimeline, work: Work) -> Timeline:
    """Oldest first; to a firm the case was taken from, what happened while it had it.

    No firm is shown that a document it may not see was put in the case.

    Raises CaseNotFound.
    """
    case, until = cases.visible_or_none(work, request.case_id), None
    if case is None:
        former = formers.found(work, request.case_id)
        case, until = work.session.get_one(Case, former.case_id), former.until
    for_firm = work.actor.audience == "contractor"
    entries = history.of(work.session, case)
    unseen = documents.shielded(work.session, case) if for_firm else frozenset()
    shown = [
        entry
        for entry in entries
        if (until is None or entry.at <= until) and entry.facts.get("document_id") not in unseen
    ]
    return Timeline(items=[timeline_entry(entry, for_firm=for_firm) for entry in shown])
