"""Invitations."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Message
from services.identity.contract.types.users import AccountWarning
from services.identity.contract.types.words import FirmRole, Portal, StaffRole

InvitationState = Literal["open", "accepted", "withdrawn", "expired"]


class InvitationRow(Message):
    """An invitation for those who sent it; whether the address has an account is not told."""

    invitation_id: str
    email: str
    roles: list[FirmRole | StaffRole]
    firm_id: str
    firm_name: str
    invited_by: str
    sent_at: datetime
    expires_at: datetime
    state: InvitationState
    warnings: list[AccountWarning]


class InvitationPage(Message):
    """Newest first."""

    items: list[InvitationRow]
    next: str | None


class OpenInvitation(Message):
    """An invitation for whoever holds its link, and so reads the mail of that address."""

    email: str
    place: str
    """The firm's name, or the utility's for staff."""
    utility: str
    portal: Portal
    roles: list[FirmRole | StaffRole]
    invited_by: str
    expires_at: datetime
    has_account: bool
    """The address has an account: one logs in to accept."""
    hint: str
    """The masked mobile a code was sent to; empty until one was."""


class JoiningStep(Message):
    """A code is on its way to the mobile that was named."""

    hint: str
    resend_after: int
    warnings: list[AccountWarning]


class Joined(Message):
    """The place is taken; from now on one logs in as everybody does."""

    portal: Portal
    place: str
    firm_id: str
    utility: str
