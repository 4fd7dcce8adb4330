"""People in firms and among the staff, for those who administer them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from services.chassis.messages import Lines, Message
from services.chassis.norway import NoNationalId
from services.identity.contract.types.words import FirmRole, StaffRole

AccountWarning = Literal["shared_mailbox", "mobile_in_use"]
"""Worth a look, no refusal: an address several read, a number another account has as well."""
UserState = Literal["active", "locked"]
FirmRoles = Annotated[list[FirmRole], Field(min_length=1, max_length=4)]
StaffRoles = Annotated[list[StaffRole], Field(min_length=1, max_length=9)]
IdentityCheck = Annotated[str, Field(min_length=10, max_length=500), NoNationalId, Lines]
"""How somebody's identity was checked, in words; never the number of an identity paper."""


class UserRow(Message):
    """Somebody in a firm at a utility."""

    person_id: str
    name: str
    email: str
    mobile_hint: str
    roles: list[FirmRole]
    firm_id: str
    firm_name: str
    state: UserState
    seen_at: datetime | None
    """Last login."""
    warnings: list[AccountWarning]


class UserPage(Message):
    """By name."""

    items: list[UserRow]
    next: str | None


class StaffRow(Message):
    """Somebody of the utility's staff."""

    person_id: str
    name: str
    email: str
    mobile_hint: str
    roles: list[StaffRole]
    state: UserState
    seen_at: datetime | None
    warnings: list[AccountWarning]


class StaffPage(Message):
    """By name."""

    items: list[StaffRow]
    next: str | None


class PhoneReleaseRow(Message):
    """A lost phone of staff that waits for another administrator's word."""

    release_id: str
    person_id: str
    name: str
    asked_by: str
    asked_at: datetime
    expires_at: datetime
    checked: str
    own: bool
    """Asked for by the reader or about them: somebody else confirms."""


class PhoneReleases(Message):
    """Oldest first."""

    items: list[PhoneReleaseRow]
