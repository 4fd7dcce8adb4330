"""A leader opens a case again."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.endings import CaseReopened
from services.cases.contract.operations.endings import ReopenCase
from services.cases.contract.types.case import CaseView
from services.cases.store import appeals, cases, clocks, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def reopen_case(request: ReopenCase, work: Work) -> CaseView:
    """With a reason that is logged; the time counts from now, and a decision is put aside.

    Raises CaseNotFound, RoleMissing, ActionNotOpen.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "reopen", facts={"reason": request.reason})
    appeals.set_decision_aside(case, clocks.interim_due_at(work, case))
    work.emit(events.of_case(CaseReopened, case, reason=request.reason))
    return case_view(work, case, now)
