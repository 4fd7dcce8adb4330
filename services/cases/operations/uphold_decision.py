"""The appeal body has found that the decision stands."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import UpholdDecision
from services.cases.contract.types.case import CaseView
from services.cases.steps import appealing
from services.cases.store import appeals, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def uphold_decision(request: UpholdDecision, work: Work) -> CaseView:
    """The case is again what it was.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, AppealElsewhere.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "uphold_decision", leads=appeals.leads_back(case))
    appeals.advance(case, settled_at=work.now, reason=request.reason)
    decided = appealing.carried_over(
        work, case, "uphold_decision", settled_at=work.now, reason=request.reason
    )
    work.emit(events.appeal_handled(case, "upheld", request.reason))
    if decided is not None:
        work.emit(events.appeal_handled(decided, "upheld", request.reason))
    return case_view(work, case, now)
