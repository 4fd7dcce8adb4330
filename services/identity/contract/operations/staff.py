"""The utility's own people, for its administrators."""

from __future__ import annotations

from pydantic import Field

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.types.users import (
    IdentityCheck,
    PhoneReleaseRow,
    PhoneReleases,
    StaffPage,
    StaffRoles,
    StaffRow,
    UserState,
)
from services.identity.contract.types.words import StaffRole


class ListStaff(Query[StaffPage]):
    """The staff of the utility."""

    q: str = Field(default="", max_length=100)
    person_id: str = ""
    role: StaffRole | None = None
    state: UserState | None = None
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class ChangeStaffRoles(Command[StaffRow]):
    """Other roles at the utility. Refuses LastAdministrator, UserNotFound."""

    person_id: str
    roles: StaffRoles


class LockStaff(Command[StaffRow]):
    """Keep somebody from working at the utility; all their sessions end at once.

    Refuses OwnAccount, LastAdministrator.
    """

    person_id: str


class UnlockStaff(Command[StaffRow]):
    """Let them work again."""

    person_id: str


class RemoveStaff(Command[Nothing]):
    """End somebody's post. Refuses OwnAccount, LastAdministrator."""

    person_id: str


class AskStaffPhoneRelease(Command[PhoneReleaseRow]):
    """Ask another administrator to release a lost phone. Refuses OwnAccount."""

    person_id: str
    checked: IdentityCheck


class ListStaffPhoneReleases(Query[PhoneReleases]):
    """Those that wait for a second person."""


class ConfirmStaffPhoneRelease(Command[Nothing]):
    """The second person: not the one who asked, nor the one it is about.

    Refuses OwnAccount, ReleaseNotFound.
    """

    release_id: str
