"""People."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Command, Query
from services.chassis.norway import Mobile, Orgnr
from services.identity.contract.types.people import PersonView
from services.identity.contract.types.words import (
    Email,
    FirmRole,
    Language,
    Name,
    SecretText,
    StaffRole,
)


class GetMe(Query[PersonView]):
    """Oneself."""


class UpdateMe(Command[PersonView]):
    """Change one's language or name."""

    language: Language | None = None
    name: Name | None = None


class ImportPerson(Command[PersonView]):
    """A person known from before (system).

    Without a mobile they register one at their next login, the safe way. `password` is for demo
    data; without it the person sets one through a reset.
    """

    secret_reply: ClassVar[bool] = False
    utility: str
    name: Name
    email: Email
    mobile: Mobile | None = None
    password: SecretText | None = None
    language: Language = "nb"
    firm_orgnr: Orgnr | None = None
    firm_roles: list[FirmRole] = []
    staff_roles: list[StaffRole] = []
