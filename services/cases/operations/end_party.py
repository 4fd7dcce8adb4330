"""A firm leaves a case, or is taken off it."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.firms_on_case import PartyEnded
from services.cases.contract.operations.parties import EndParty
from services.cases.contract.party_errors import CaseInvitationNotFound
from services.cases.store import access, case_parties, moves
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def end_party(request: EndParty, work: Work) -> Nothing:
    """By the applicant, or by the firm itself; it sees the case no more, from this transaction on.

    Raises CaseInvitationNotFound, RoleMissing.
    """
    party, case = case_parties.locked(work, request.party_id)
    if work.actor.firm_id not in {case.firm_id, party.firm_id}:
        raise CaseInvitationNotFound
    access.ensure(work.actor, *access.FIRM_WRITERS)
    party.state, party.ended_at = "ended", work.now
    case_parties.settle(work.session, case)
    moves.note(work, case, "end_party", {"firm": party.firm_name, "role": party.role})
    work.emit(events.of_case(PartyEnded, case, party=case_parties.ref(party), role=party.role))
    return Nothing()
