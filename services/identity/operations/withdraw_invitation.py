"""An administrator takes an invitation back."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.invitations import InvitationWithdrawn
from services.identity.contract.operations.invitations import WithdrawInvitation
from services.identity.contract.types.invitations import InvitationRow
from services.identity.steps.inviting import own_invitation, row_of


def withdraw_invitation(request: WithdrawInvitation, work: Work) -> InvitationRow:
    """Raises NotForYou, InvitationNotFound, InvitationNotOpen."""
    invitation = own_invitation(work, request.invitation_id)
    invitation.withdrawn_at = work.now
    work.emit(InvitationWithdrawn(invitation_id=invitation.invitation_id))
    return row_of(work, invitation)
