"""A firm tells that the approved work has begun."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.waiting import WorkStarted
from services.cases.contract.operations.endings import ReportStart
from services.cases.contract.types.case import CaseView
from services.cases.store import cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def report_start(request: ReportStart, work: Work) -> CaseView:
    """The approval does not lapse any more. Raises CaseNotFound, RoleMissing, ActionNotOpen."""
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "report_start")
    case.started_at, case.lapses_at = work.now, None
    work.emit(events.of_case(WorkStarted, case))
    return case_view(work, case, now)
