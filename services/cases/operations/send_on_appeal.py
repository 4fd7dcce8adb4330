"""The utility keeps its decision and sends the appeal on."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import SendOnAppeal
from services.cases.contract.types.case import CaseView
from services.cases.steps import appealing
from services.cases.store import appeals, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def send_on_appeal(request: SendOnAppeal, work: Work) -> CaseView:
    """The time is nobody's of the two while the appeal body decides.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, AppealElsewhere for a late one.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "send_on_appeal")
    appeals.advance(case, state="sent_on", sent_on_at=work.now, reason=request.reason)
    decided = appealing.carried_over(
        work, case, "send_on_appeal", state="sent_on", sent_on_at=work.now, reason=request.reason
    )
    work.emit(events.appeal_handled(case, "sent_on", request.reason))
    if decided is not None:
        work.emit(events.appeal_handled(decided, "sent_on", request.reason))
    return case_view(work, case)
