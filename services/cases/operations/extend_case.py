"""The utility needs more time, and tells the firm before the limit ends."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import BadExtension
from services.cases.contract.events.waiting import CaseExtended
from services.cases.contract.operations.endings import ExtendCase
from services.cases.contract.types.case import CaseView
from services.cases.store import cases, clocks, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work
from services.chassis.messages import FieldError


def extend_case(request: ExtendCase, work: Work) -> CaseView:
    """A decision with a reason; later pauses move the new date as they moved the old.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, LimitPassed, BadExtension for a date that is
    not later than the one the firm was told.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    facts = {"until": request.until.isoformat(), "reason": request.reason}
    moves.follow(work, case, now, "extend", facts=facts)
    ends = clocks.extend(work, case, request.until, request.reason)
    if ends is None:
        raise BadExtension(errors=[FieldError(field="until", code="date_not_later")])
    work.emit(events.of_case(CaseExtended, case, expected_by=ends, reason=request.reason))
    return case_view(work, case, now)
