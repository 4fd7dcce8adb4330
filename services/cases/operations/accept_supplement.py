"""A caseworker is satisfied with the firm's answers."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.deficiencies import SupplementAccepted
from services.cases.contract.operations.deficiencies import AcceptSupplement
from services.cases.contract.types.case import CaseView
from services.cases.store import cases, clocks, letters, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def accept_supplement(request: AcceptSupplement, work: Work) -> CaseView:
    """The clock has run since the answer came; so the case was complete from then.

    A case that nobody had is now the caseworker's.

    Raises CaseNotFound, RoleMissing, ActionNotOpen.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "accept_supplement")
    if case.caseworker_id is None:
        case.caseworker_id, case.caseworker_name = work.actor.user_id, work.actor.name
    letter = letters.close(work.session, case, work.now, accepted=True)
    if case.complete_at is None:
        case.complete_at = clocks.running_since(work.session, case)
    work.emit(events.of_case(SupplementAccepted, case, letter=letter.number if letter else 0))
    return case_view(work, case, now)
