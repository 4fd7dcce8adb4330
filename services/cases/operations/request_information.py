"""A caseworker asks the firm for what is missing (mangelbrev)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import DateInThePast
from services.cases.contract.operations.deficiencies import RequestInformation
from services.cases.contract.types.case import CaseView
from services.cases.domain import lifecycle
from services.cases.domain.deadlines import local_day
from services.cases.store import cases, freezes, letters, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work
from services.chassis.messages import FieldError
from services.chassis.norway import end_of_day


def request_information(request: RequestInformation, work: Work) -> CaseView:
    """One numbered letter; a minor lack pauses the clock, a major one resets it.

    The date moves out of a freeze of supplements. Raises CaseNotFound, RoleMissing, ActionNotOpen,
    DateInThePast.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "request_information")
    if request.due_on < local_day(work.now):
        raise DateInThePast(errors=[FieldError(field="due_on", code="date_in_the_past")])
    letters.close(work.session, case, work.now)
    letter = letters.send(
        work.session, case, request.severity, end_of_day(request.due_on), work.now
    )
    letter.due_at = freezes.moved_due(work.session, case.utility, letter.asked_due_at)
    items = letters.ask(work.session, letter, request.missing)
    moves.follow(
        work,
        case,
        now,
        "request_information",
        leads=request.severity,
        facts={"letter": letter.number, "items": len(items), "due_at": letter.due_at.isoformat()},
    )
    case.due_at = letter.due_at
    if request.severity == "major":
        case.complete_at = None
    work.emit(events.information_requested(case, letter, items))
    return case_view(work, case, now)
