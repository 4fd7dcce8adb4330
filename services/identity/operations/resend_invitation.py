"""An administrator sends an invitation again."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.invitations import ResendInvitation
from services.identity.contract.types.invitations import InvitationRow
from services.identity.steps.inviting import own_invitation, row_of, send_again


def resend_invitation(request: ResendInvitation, work: Work) -> InvitationRow:
    """A new link for 48 hours, one that had run out too; the old one is worth nothing.

    Raises NotForYou, InvitationNotFound, InvitationNotOpen, FirmNotOpen, TooManySends.
    """
    invitation = own_invitation(work, request.invitation_id)
    send_again(work, invitation)
    return row_of(work, invitation)
