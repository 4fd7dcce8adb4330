"""An administrator invites somebody to work at the utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import AlreadyMember
from services.identity.contract.operations.invitations import InviteStaff
from services.identity.contract.types.invitations import InvitationRow
from services.identity.domain import access
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.inviting import invite
from services.identity.store import staff


def invite_staff(request: InviteStaff, work: Work) -> InvitationRow:
    """A link to that address, for 48 hours; whether it has an account is not told.

    Raises NotForYou, StepUpNeeded, OnHold, AlreadyMember, TooManySends.
    """
    access.ensure_administrator(work.actor)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    if staff.is_staff(work.session, request.email, work.actor.utility):
        raise AlreadyMember
    return invite(work, request.email, list(request.roles), request.language, None)
