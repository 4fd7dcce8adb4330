"""A decision falls after an appeal; a new one is to be made."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import OverturnDecision
from services.cases.contract.types.case import CaseView
from services.cases.steps import appealing
from services.cases.store import appeals, cases, clocks, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def overturn_decision(request: OverturnDecision, work: Work) -> CaseView:
    """By the utility itself, or by the appeal body; the old decision stays to be read.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, AppealElsewhere for a late one.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "overturn_decision")
    appeals.advance(case, settled_at=work.now, reason=request.reason)
    decided = appealing.carried_over(
        work, case, "overturn_decision", settled_at=work.now, reason=request.reason
    )
    if case.status == "in_progress":
        appeals.set_decision_aside(case, clocks.interim_due_at(work, case))
    work.emit(events.appeal_handled(case, "overturned", request.reason))
    if decided is not None:
        appeals.set_decision_aside(decided, clocks.interim_due_at(work, decided))
        work.emit(events.appeal_handled(decided, "overturned", request.reason))
    return case_view(work, case, now)
