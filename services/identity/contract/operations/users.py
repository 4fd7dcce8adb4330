"""Brukeradministrasjonen: people in firms, for the firm's administrators and the utility's."""

from __future__ import annotations

from pydantic import Field

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.types.users import (
    FirmRoles,
    IdentityCheck,
    UserPage,
    UserRow,
    UserState,
)
from services.identity.contract.types.words import FirmRole


class ListUsers(Query[UserPage]):
    """People of one's own firm; for staff those of every firm at the utility, or of one."""

    q: str = Field(default="", max_length=100)
    """Part of a name, an address, or a firm's name."""
    firm_id: str = ""
    person_id: str = ""
    role: FirmRole | None = None
    state: UserState | None = None
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class ChangeUserRoles(Command[UserRow]):
    """Other roles in the firm. Refuses LastAdministrator, UserNotFound."""

    person_id: str
    firm_id: str = ""
    roles: FirmRoles


class LockUser(Command[UserRow]):
    """Keep somebody from acting for the firm; all their sessions end at once.

    Refuses OwnAccount, and LastAdministrator unless the utility does it.
    """

    person_id: str
    firm_id: str = ""


class UnlockUser(Command[UserRow]):
    """Let them act for the firm again."""

    person_id: str
    firm_id: str = ""


class RemoveUser(Command[Nothing]):
    """Take somebody out of the firm. Refuses LastAdministrator, OwnAccount, UserNotFound."""

    person_id: str
    firm_id: str = ""


class LeaveFirm(Command[Nothing]):
    """Leave the firm one acts for. Refuses LastAdministrator."""


class ReleasePhone(Command[UserRow]):
    """Help somebody who lost their phone, after a check of who they are.

    They register a new mobile at their next login with the proof e-mailed at that login. Refuses
    OwnAccount, TwoPersonsNeeded for somebody who is staff as well, and to a firm InOtherFirms.
    """

    person_id: str
    firm_id: str = ""
    checked: IdentityCheck
