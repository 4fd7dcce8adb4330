"""Invitations: sent, withdrawn, and accepted."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from services.chassis.messages import Command, Nothing, Query
from services.chassis.norway import Mobile
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.invitations import (
    InvitationPage,
    InvitationRow,
    Joined,
    JoiningStep,
    OpenInvitation,
)
from services.identity.contract.types.users import FirmRoles, StaffRoles
from services.identity.contract.types.words import Email, Language, Name, SecretText


class InviteUser(Command[InvitationRow]):
    """Offer a place in a firm for 48 hours; the answer is the same for known and new addresses.

    Refuses AlreadyMember, FirmNotOpen, TooManySends. An open invitation to the same address is
    replaced.
    """

    email: Email
    roles: FirmRoles
    language: Language = "nb"
    firm_id: str = ""
    """For staff: which firm."""


class InviteStaff(Command[InvitationRow]):
    """Offer a post at the utility for 48 hours, as an administrator. Otherwise as InviteUser."""

    email: Email
    roles: StaffRoles
    language: Language = "nb"


class ListInvitations(Query[InvitationPage]):
    """Those of one's own firm; for staff those to a firm, or to posts when none is named."""

    firm_id: str = ""
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class WithdrawInvitation(Command[InvitationRow]):
    """Its link is worth nothing from now on. Refuses InvitationNotFound, InvitationNotOpen."""

    invitation_id: str


class ResendInvitation(Command[InvitationRow]):
    """A new link for another 48 hours; the earlier one is worth nothing.

    Refuses InvitationNotFound, InvitationNotOpen, TooManySends.
    """

    invitation_id: str


class OpenInvitationLink(Query[OpenInvitation]):
    """What the link offers (public; the token is the proof of the address). Refuses LinkExpired."""

    token: SecretText
    caller: Caller = Caller()


class AcceptInvitation(Command[Joined]):
    """Take the place with the account of that address, logged in with both factors.

    Refuses LinkExpired, InvitationForAnother.
    """

    token: SecretText


class BeginJoining(Command[JoiningStep]):
    """Somebody new names themselves; a code goes to the mobile, and nothing is made yet (public).

    Refuses LinkExpired, AccountExists, WeakPassword, TooManySends.
    """

    heavy: ClassVar[bool] = True
    token: SecretText
    name: Name
    mobile: Mobile
    password: Annotated[str, Field(max_length=128)]
    language: Language = "nb"
    caller: Caller = Caller()


class ResendJoiningCode(Command[Nothing]):
    """A new code to the mobile that was named (public). Refuses LinkExpired, TooManySends."""

    token: SecretText
    caller: Caller = Caller()


class ConfirmJoining(Command[Joined]):
    """The code proves the mobile; the account is made and the place taken (public).

    Refuses LinkExpired, AccountExists, WrongCode, CodeExpired, TooManyTries.
    """

    token: SecretText
    code: SecretText
