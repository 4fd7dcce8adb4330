"""Of invitations."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.chassis.messages import Event
from services.identity.contract.types.words import Language, Portal


class InvitationEvent(Event):
    aggregate_kind: ClassVar[str] = "invitation"
    aggregate_field: ClassVar[str] = "invitation_id"

    invitation_id: str


class InvitationSent(InvitationEvent):
    """A place is offered to an address; the token of the link is sealed to notify.

    `path` is the portal page, with `{token}` where the token goes.
    """

    unaudited: ClassVar[frozenset[str]] = frozenset({"sealed_token", "email"})
    person_id: str
    firm_id: str
    """Empty for a post at the utility."""
    place: str
    roles: list[str]
    inviter: str
    portal: Portal
    email: str
    path: str
    sealed_token: str
    expires_at: datetime
    language: Language


class InvitationWithdrawn(InvitationEvent):
    """Its link is worth nothing any more."""

    audit_only: ClassVar[bool] = True


class InvitationAccepted(InvitationEvent):
    """Its place was taken."""

    audit_only: ClassVar[bool] = True
    person_id: str
