"""Of firms."""

from __future__ import annotations

from typing import ClassVar

from services.identity.contract.events.aggregates import FirmEvent
from services.identity.contract.types.firms import FirmEmails
from services.identity.contract.types.words import FirmStatus, Language


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


class FirmMerged(FirmEvent):
    """The firm is one with another at this utility; `emails` are those of the other.

    Its people, rights and running cases are the other's from now on.
    """

    into: str
    into_orgnr: str
    into_name: str
    emails: FirmEmails
    language: Language
