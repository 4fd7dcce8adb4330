"""Somebody of the applicant becomes its contact on the case."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.firms_on_case import ContactChanged
from services.cases.contract.operations.parties import TakeContact
from services.cases.contract.types.case import CaseView
from services.cases.store import access, cases, moves
from services.cases.views import case_view
from services.chassis.db.work import Work


def take_contact(request: TakeContact, work: Work) -> CaseView:
    """The utility writes to them from now on.

    Raises CaseNotFound, NotYourPart, RoleMissing.
    """
    case = cases.locked(work, request.case_id)
    access.ensure_applicant(work.actor, case)
    if case.contact_id != work.actor.user_id:
        before = case.contact_name
        case.contact_id, case.contact_name = work.actor.user_id, work.actor.name
        moves.note(work, case, "take_contact", {"from": before, "to": work.actor.name})
        work.emit(events.of_case(ContactChanged, case))
    return case_view(work, case)
