"""A firm takes its case back."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.life import CaseWithdrawn
from services.cases.contract.operations.drafts import WithdrawCase
from services.cases.contract.types.case import CaseView
from services.cases.steps import appealing
from services.cases.store import cases, letters, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def withdraw_case(request: WithdrawCase, work: Work) -> CaseView:
    """Until it is decided; also in a freeze. Raises CaseNotFound, RoleMissing, ActionNotOpen."""
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "withdraw", facts={"reason": request.reason})
    letters.close(work.session, case, work.now)
    case.due_at = case.proposal = case.interim_due_at = None
    work.emit(events.of_case(CaseWithdrawn, case))
    changes = {"settled_at": work.now, "reason": request.reason}
    decided = appealing.carried_over(work, case, "withdraw_appeal", **changes)
    if decided is not None:
        work.emit(events.appeal_handled(decided, "withdrawn", request.reason))
    return case_view(work, case, now)
