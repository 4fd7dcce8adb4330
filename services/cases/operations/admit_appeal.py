"""A leader lets a late appeal in."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import AdmitAppeal
from services.cases.contract.types.case import CaseView
from services.cases.store import appeals, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def admit_appeal(request: AdmitAppeal, work: Work) -> CaseView:
    """It counts as if it had come in time (forvaltningsloven section 31).

    Raises CaseNotFound, RoleMissing, ActionNotOpen, AppealElsewhere.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "admit_appeal")
    appeals.advance(case, state="admitted", reason=request.reason)
    work.emit(events.appeal_handled(case, "admitted", request.reason))
    return case_view(work, case, now)
