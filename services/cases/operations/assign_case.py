"""A caseworker takes a case, or gives it to a colleague."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.life import CaseAssigned
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.types.case import CaseView
from services.cases.domain import lifecycle
from services.cases.domain.situation import Situation
from services.cases.model import Case
from services.cases.store import cases, known, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work

NOBODY = "none"


def assign_case(request: AssignCase, work: Work) -> CaseView:
    """Names come from what identity told, not from the request.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, NoSuchCaseworker.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "assign")
    if request.person_id == NOBODY:
        return _left(work, case, now)
    person = known.caseworker(work.session, work.actor, request.person_id)
    moves.follow(work, case, now, "assign", facts={"caseworker": person.name})
    case.caseworker_id, case.caseworker_name = person.person_id, person.name
    work.emit(events.of_case(CaseAssigned, case))
    return case_view(work, case, now)


def _left(work: Work, case: Case, now: Situation) -> CaseView:
    """The status stays; the case stands among those nobody handles."""
    if case.caseworker_id is not None:
        moves.note(work, case, "unassign", {"caseworker": case.caseworker_name})
        case.caseworker_id = case.caseworker_name = None
        work.emit(events.of_case(CaseAssigned, case))
    return case_view(work, case, now)
