"""The utility closes a case whose deficiency letter nobody answered."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.deficiencies import CloseUnanswered
from services.cases.contract.types.case import CaseView
from services.cases.steps import closing
from services.cases.store import cases, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def close_unanswered(request: CloseUnanswered, work: Work) -> CaseView:
    """Never silently: the firm was told from when, and gets a letter that says what it can do.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, ClosingNotAnnounced.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    letter = closing.closed(work, case, now, request.reason)
    work.emit(events.closed_unanswered(case, letter, request.reason, work.now))
    return case_view(work, case, now)
