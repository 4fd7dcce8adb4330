"""A leader rejects an appeal without trying it."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import RejectAppeal
from services.cases.contract.types.case import CaseView
from services.cases.steps import appealing
from services.cases.store import appeals, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def reject_appeal(request: RejectAppeal, work: Work) -> CaseView:
    """The decision stands; the firm is told why.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, AppealElsewhere once it was sent on.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "reject_appeal", leads=appeals.leads_back(case))
    appeals.advance(case, settled_at=work.now, reason=request.reason)
    decided = appealing.carried_over(
        work, case, "reject_appeal", settled_at=work.now, reason=request.reason
    )
    work.emit(events.appeal_handled(case, "rejected", request.reason))
    if decided is not None:
        work.emit(events.appeal_handled(decided, "rejected", request.reason))
    return case_view(work, case, now)
