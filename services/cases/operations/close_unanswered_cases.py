"""A leader closes many unanswered cases at once, after a look at what would happen."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import CaseNotFound
from services.cases.contract.operations.deficiencies import CloseUnansweredCases
from services.cases.contract.types.deficiencies import ClosingOutcome, ClosingReport
from services.cases.domain import lifecycle
from services.cases.model import Case
from services.cases.steps import closing
from services.cases.store import access, cases, situations
from services.chassis.db.work import Work
from services.chassis.messages import Refusal


def close_unanswered_cases(request: CloseUnansweredCases, work: Work) -> ClosingReport:
    """Each by the guards of a single closing, each with its own letter.

    One that cannot be closed stops no other, and one that is closed already stays so: the same
    list may be sent again. Raises RoleMissing.
    """
    access.ensure(work.actor, "approver")
    chosen = list(dict.fromkeys(request.case_ids))
    outcomes = {case_id: _outcome(work, case_id, request) for case_id in sorted(chosen)}
    return ClosingReport(dry_run=request.dry_run, items=[outcomes[each] for each in chosen])


def _outcome(work: Work, case_id: str, request: CloseUnansweredCases) -> ClosingOutcome:
    """In the order of ids, so that two who close at once do not wait for each other in a ring."""
    try:
        case = cases.locked(work, case_id)
    except CaseNotFound as unknown:
        return ClosingOutcome(case_id=case_id, outcome="refused", code=unknown.code)
    try:
        with work.session.begin_nested():
            return _closed(work, case, request)
    except Refusal as refusal:
        return ClosingOutcome(
            case_id=case_id, number=case.number, outcome="refused", code=refusal.code
        )


def _closed(work: Work, case: Case, request: CloseUnansweredCases) -> ClosingOutcome:
    named = {"case_id": case.id, "number": case.number}
    if case.status == "closed_unanswered":
        return ClosingOutcome(**named, outcome="already_closed")
    now = situations.of(work, case)
    if request.dry_run:
        lifecycle.choose(now, "close_unanswered")
        return ClosingOutcome(**named, outcome="would_close")
    letter = closing.closed(work, case, now, request.reason)
    work.emit(events.closed_unanswered(case, letter, request.reason, work.now))
    return ClosingOutcome(**named, outcome="closed")
