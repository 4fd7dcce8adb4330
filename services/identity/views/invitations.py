"""Invitations, for those who sent them and for whoever holds the link."""

from __future__ import annotations

from datetime import datetime

from services.chassis.norway import mask_phone
from services.identity.contract.types.invitations import InvitationRow, OpenInvitation
from services.identity.domain.administering import state_of_invitation
from services.identity.model import Invitation
from services.identity.views.users import warnings_of


def invitation_row(invitation: Invitation, firm_name: str, at: datetime) -> InvitationRow:
    """The same whether or not the address has an account."""
    return InvitationRow.model_validate(
        {
            "invitation_id": invitation.invitation_id,
            "email": invitation.email,
            "roles": invitation.roles,
            "firm_id": invitation.firm_id or "",
            "firm_name": firm_name,
            "invited_by": invitation.inviter_name,
            "sent_at": invitation.sent_at,
            "expires_at": invitation.expires_at,
            "state": state_of_invitation(
                accepted=invitation.accepted_at is not None,
                withdrawn=invitation.withdrawn_at is not None,
                expires_at=invitation.expires_at,
                at=at,
            ),
            "warnings": warnings_of(invitation.email),
        }
    )


def open_invitation(invitation: Invitation, place: str, *, has_account: bool) -> OpenInvitation:
    """For whoever reads the mail of that address."""
    return OpenInvitation.model_validate(
        {
            "email": invitation.email,
            "place": place,
            "utility": invitation.utility,
            "portal": "contractor" if invitation.firm_id else "operator",
            "roles": invitation.roles,
            "invited_by": invitation.inviter_name,
            "expires_at": invitation.expires_at,
            "has_account": has_account,
            "hint": mask_phone(invitation.mobile) if invitation.mobile else "",
        }
    )
