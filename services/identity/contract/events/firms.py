"""Of firms."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from services.chassis.messages import Event
from services.identity.contract.events.aggregates import FirmEvent
from services.identity.contract.types.firms import FirmEmails
from services.identity.contract.types.words import FirmStatus, Language

FirmLinkPurpose = Literal["address", "confirmation"]


class FirmRegistered(FirmEvent):
    """A firm has proven its administrator's phone and e-mail and waits for approval."""

    municipality: str
    professions: list[str]
    emails: FirmEmails
    language: Language


class FirmApproved(FirmEvent):
    """The utility let the firm in."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"note"})
    professions: list[str]
    emails: FirmEmails
    language: Language
    note: str = ""


class FirmRejected(FirmEvent):
    """The utility said no."""

    emails: FirmEmails
    language: Language
    reason: str


class FirmChanged(FirmEvent):
    """Name, contacts, professions or status changed."""

    status: FirmStatus
    professions: list[str]
    emails: FirmEmails
    language: Language | None = None


class FirmSuspended(FirmEvent):
    """The utility stopped the firm: it reads, and sends nothing in."""

    emails: FirmEmails
    language: Language
    reason: str


class SuspensionLifted(FirmEvent):
    """The firm may send in again."""

    emails: FirmEmails
    language: Language


class FirmLinkIssued(Event):
    """A link to send to an address of a firm; the token in it is sealed to notify."""

    aggregate_kind: ClassVar[str] = "firm"
    aggregate_field: ClassVar[str] = "firm_id"
    unaudited: ClassVar[frozenset[str]] = frozenset({"sealed_token", "email"})

    firm_id: str
    purpose: FirmLinkPurpose
    email: str
    path: str
    """The contractor portal's page, with `{token}` where the token goes."""
    sealed_token: str
    expires_at: datetime
    language: Language
    firm_name: str


class FirmMerged(FirmEvent):
    """The firm is one with another at this utility; `emails` are those of the other.

    Its people, rights and running cases are the other's from now on.
    """

    into: str
    into_orgnr: str
    into_name: str
    emails: FirmEmails
    language: Language
