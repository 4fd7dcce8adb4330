"""A caseworker asks the firm for what is missing (mangelbrev)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.deficiencies import RequestInformation
from services.cases.contract.types.case import CaseView
from services.cases.domain import lifecycle
from services.cases.steps import asking
from services.cases.store import cases, prepared, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def request_information(request: RequestInformation, work: Work) -> CaseView:
    """One numbered letter; a minor lack pauses the clock, a major one resets it.

    The date moves out of a freeze of supplements; what was prepared before is thrown away. Raises
    CaseNotFound, RoleMissing, ActionNotOpen, DateInThePast, UnknownTarget.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "request_information")
    letter, items = asking.sent(
        work, case, now, request.missing, due_on=request.due_on, severity=request.severity
    )
    prepared.keep(work, case, None)
    work.emit(events.information_requested(case, letter, items))
    return case_view(work, case, now)
