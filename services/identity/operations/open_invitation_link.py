"""Somebody opens the link of an invitation."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.invitations import OpenInvitationLink
from services.identity.contract.types.invitations import OpenInvitation
from services.identity.steps.inviting import place_name
from services.identity.store import invitations, people
from services.identity.views.invitations import open_invitation


def open_invitation_link(request: OpenInvitationLink, work: Work) -> OpenInvitation:
    """Whoever holds the link reads that address's mail, so they may know of their own account.

    Raises LinkExpired.
    """
    invitation = invitations.open_by_token(work.session, request.token, work.now, lock=False)
    has_account = people.by_email(work.session, invitation.email) is not None
    return open_invitation(invitation, place_name(work, invitation), has_account=has_account)
