"""Firms: for the public, their own people and the registrar."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from services.chassis.messages import Message, OneLine
from services.chassis.norway import NoNationalId, Orgnr, Phone
from services.identity.contract.types.registry import RegistryAnswer, SimilarFirm
from services.identity.contract.types.trades import Profession
from services.identity.contract.types.words import (
    Email,
    FirmRole,
    FirmStatus,
    Language,
    Name,
)


class FirmEmails(Message):
    """E-mail addresses by purpose."""

    post: Email
    invoice: Email | None = None
    contact: Email | None = None
    """Whom the utility writes to about the firm itself."""


class NewFirm(Message):
    """A firm as its first administrator describes it."""

    name: Name
    municipality: Annotated[str, Field(min_length=2, max_length=60), NoNationalId, OneLine]
    phone: Phone
    emails: FirmEmails


class FirmHit(Message):
    """What the public may know of a firm, and nothing more."""

    firm_id: str
    name: str
    orgnr: Orgnr
    municipality: str
    approved: bool


class FirmHits(Message):
    """Best match first, at most 20."""

    items: list[FirmHit]


class FirmRow(Message):
    """A firm in the registrar's queue."""

    firm_id: str
    name: str
    orgnr: str
    municipality: str
    status: FirmStatus
    professions: list[str]
    trades: list[Profession] = []
    """The same professions with their titles."""
    waiting_since: datetime | None
    registry: RegistryAnswer | None


class FirmPage(Message):
    """Oldest waiting first."""

    items: list[FirmRow]
    next: str | None = None


class FirmPerson(Message):
    """A person of a firm as the registrar sees them."""

    name: str
    email: str
    mobile: str
    roles: list[FirmRole]


class FirmView(FirmRow):
    """A firm, for its registrar or its own people."""

    phone: str
    emails: FirmEmails
    people: list[FirmPerson]
    reason: str = ""
    """Why it was turned down or suspended."""
    language: Language = "nb"
    main_orgnr: str | None = None
    """The main unit's number, when the firm is a sub-unit."""
    merged_into: str | None = None
    """The firm that took it over here."""
    similar: list[SimilarFirm] = []
    """For the registrar: firms that may be the same."""
