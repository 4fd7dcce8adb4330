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
