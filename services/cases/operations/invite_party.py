"""The applicant asks another firm onto its case (prosjekterende, utførende)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.firms_on_case import PartyInvited
from services.cases.contract.operations.parties import InviteParty
from services.cases.contract.types.case import CaseView
from services.cases.store import access, case_parties, cases, moves
from services.cases.views import case_view
from services.chassis.db.work import Work


def invite_party(request: InviteParty, work: Work) -> CaseView:
    """It sees nothing but the invitation until it accepts.

    Raises CaseNotFound, NotYourPart, RoleMissing, FirmCannotTakePart.
    """
    case = cases.locked(work, request.case_id)
    access.ensure_applicant(work.actor, case)
    party = case_parties.invite(work, case, request)
    moves.note(work, case, "invite_party", {"firm": party.firm_name, "role": party.role})
    work.emit(
        events.of_case(
            PartyInvited,
            case,
            party_id=party.id,
            party=case_parties.ref(party),
            role=party.role,
            right=party.right,
        )
    )
    return case_view(work, case)
