"""An administrator invites somebody to a firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import AlreadyMember
from services.identity.contract.operations.invitations import InviteUser
from services.identity.contract.types.invitations import InvitationRow
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.inviting import firm_to_people, invite
from services.identity.store import users


def invite_user(request: InviteUser, work: Work) -> InvitationRow:
    """A link to that address, for 48 hours; whether it has an account is not told.

    Raises NotForYou, StepUpNeeded, OnHold, FirmNotFound, FirmNotOpen, AlreadyMember, TooManySends.
    """
    firm = firm_to_people(work, request.firm_id)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    if users.is_member(work.session, request.email, firm.firm_id, firm.utility):
        raise AlreadyMember
    return invite(work, request.email, list(request.roles), request.language, firm)
