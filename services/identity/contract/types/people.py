"""People, and where they stand."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from services.chassis.messages import Message
from services.identity.contract.types.words import FirmRole, FirmStatus, Language, StaffRole


class FirmPlace(BaseModel):
    """A person's place in a firm at a utility, as events tell it; read tolerantly."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    firm_id: str
    utility: str
    roles: list[str]


class StaffPost(BaseModel):
    """A person's post at a utility, as events tell it; read tolerantly."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    utility: str
    roles: list[str]


class FirmOfPerson(Message):
    """A firm one may act for, at one utility."""

    firm_id: str
    name: str
    orgnr: str
    utility: str
    status: FirmStatus
    roles: list[FirmRole]


class PersonView(Message):
    """A person, for that person."""

    person_id: str
    name: str
    email: str
    mobile_hint: str
    language: Language
    firms: list[FirmOfPerson]
    staff_roles: list[StaffRole]
    utility: str
    firm_id: str
