"""A firm sees which cases it is asked onto."""

from __future__ import annotations

from services.cases.contract.operations.parties import ListInvitations
from services.cases.contract.types.parties import Invitations, InvitationView
from services.cases.model import Case, CaseParty
from services.cases.store import case_parties
from services.cases.views import firm_of
from services.chassis.db.work import Work


def list_invitations(request: ListInvitations, work: Work) -> Invitations:
    """Those it has not answered, newest first."""
    del request
    waiting = case_parties.waiting_for(work.session, work.actor)
    return Invitations(items=[_shown(party, case) for party, case in waiting])


def _shown(party: CaseParty, case: Case) -> InvitationView:
    return InvitationView(
        party_id=party.id,
        case_id=case.id,
        number=case.number,
        type_title=case.type_title,
        place=case.place,
        applicant=firm_of(case),
        invited_by=case_parties.inviter(party),
        role=party.role,
        right=party.right,
        invited_at=party.invited_at,
    )
