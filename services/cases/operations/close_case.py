"""The utility closes a case: nothing more is to be done."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.endings import CaseClosed
from services.cases.contract.operations.endings import CloseCase
from services.cases.contract.types.case import CaseView
from services.cases.store import cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def close_case(request: CloseCase, work: Work) -> CaseView:
    """After the answer, or to take note of a notice that needs none.

    Raises CaseNotFound, RoleMissing, ActionNotOpen.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "close", facts={"reason": request.reason})
    case.lapses_at = case.interim_due_at = None
    work.emit(events.of_case(CaseClosed, case, reason=request.reason))
    return case_view(work, case, now)
