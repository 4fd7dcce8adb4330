"""A caseworker sends the deficiency letter that was prepared."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import NothingPrepared
from services.cases.contract.operations.deficiencies import SendLetter
from services.cases.contract.types.case import CaseView
from services.cases.domain import lifecycle
from services.cases.steps import asking
from services.cases.store import cases, prepared, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def send_letter(request: SendLetter, work: Work) -> CaseView:
    """Every item in one letter, as it was written last.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, NothingPrepared, and DateInThePast or
    UnknownTarget for what has come to be wrong since.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "request_information")
    letter = prepared.of(work, case)
    if letter is None:
        raise NothingPrepared
    sent, items = asking.sent(
        work, case, now, letter.missing, due_on=letter.due_on, severity=letter.severity
    )
    prepared.keep(work, case, None)
    work.emit(events.information_requested(case, sent, items))
    return case_view(work, case, now)
