"""A firm takes its appeal back."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import WithdrawAppeal
from services.cases.contract.types.case import CaseView
from services.cases.store import appeals, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def withdraw_appeal(request: WithdrawAppeal, work: Work) -> CaseView:
    """The decision stands as before. Raises CaseNotFound, RoleMissing, ActionNotOpen."""
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "withdraw_appeal", leads=appeals.leads_back(case))
    appeals.advance(case, settled_at=work.now, reason=request.reason)
    work.emit(events.appeal_handled(case, "withdrawn", request.reason))
    return case_view(work, case, now)
