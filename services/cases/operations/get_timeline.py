"""The progress of a case, for firm and utility."""

from __future__ import annotations

from services.cases.contract.operations.reading import GetTimeline
from services.cases.contract.types.case import Timeline
from services.cases.store import cases, history
from services.cases.views import timeline_entry
from services.chassis.db.work import Work


def get_timeline(request: GetTimeline, work: Work) -> Timeline:
    """Oldest first. Raises CaseNotFound."""
    case = cases.found(work, request.case_id)
    for_firm = work.actor.audience == "contractor"
    entries = history.of(work.session, case)
    return Timeline(items=[timeline_entry(entry, for_firm=for_firm) for entry in entries])
