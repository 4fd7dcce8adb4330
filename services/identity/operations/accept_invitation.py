"""Somebody with an account takes the place they were invited to."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import InvitationForAnother
from services.identity.contract.operations.invitations import AcceptInvitation
from services.identity.contract.types.invitations import Joined
from services.identity.steps.inviting import join
from services.identity.store import invitations, people


def accept_invitation(request: AcceptInvitation, work: Work) -> Joined:
    """The session has passed both factors of the account, and the account has that address.

    Raises LinkExpired, InvitationForAnother, FirmNotOpen.
    """
    invitation = invitations.open_by_token(work.session, request.token, work.now)
    person = people.by_id(work.session, work.actor.user_id)
    if person.email.lower() != invitation.email.lower():
        raise InvitationForAnother
    return join(work, invitation, person)
