"""A firm that was asked onto a case accepts, or declines."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import FirmNotApproved
from services.cases.contract.events.firms_on_case import PartyAnswered
from services.cases.contract.operations.parties import AnswerInvitation
from services.cases.contract.party_errors import CaseInvitationNotFound
from services.cases.store import access, case_parties, known, moves
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def answer_invitation(request: AnswerInvitation, work: Work) -> Nothing:
    """From now on it sees the case, or the invitation is over.

    Raises CaseInvitationNotFound, RoleMissing, FirmNotApproved.
    """
    party, case = case_parties.locked(work, request.party_id)
    if party.state != "invited" or party.firm_id != work.actor.firm_id:
        raise CaseInvitationNotFound
    access.ensure(work.actor, *access.FIRM_WRITERS)
    if not work.actor.firm_approved or known.is_stopped(work.session, party.firm_id, party.utility):
        raise FirmNotApproved
    party.state = "active" if request.accept else "declined"
    party.answered_at = work.now
    case_parties.settle(work.session, case)
    action = "accept_invitation" if request.accept else "decline_invitation"
    moves.note(work, case, action, {"firm": party.firm_name, "role": party.role})
    work.emit(
        events.of_case(
            PartyAnswered,
            case,
            party=case_parties.ref(party),
            role=party.role,
            accepted=request.accept,
        )
    )
    return Nothing()
