"""Changes of how somebody gets in; the owner is told of each."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from services.identity.contract.events.aggregates import PersonEvent
from services.identity.contract.types.words import Language, Portal

FactorChange = Literal[
    "totp_added", "totp_removed", "passkey_added", "passkey_removed", "recovery_codes_made"
]


class OwnerEvent(PersonEvent):
    """Something the owner of the account must hear of at once, by e-mail."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"email", "mobile"})
    person_id: str
    email: str
    language: Language


class FactorChanged(OwnerEvent):
    """A way in was added, removed or renewed; every other session has ended."""

    change: FactorChange
    name: str = ""
    """Of the passkey."""


class RecoveryCodeUsed(OwnerEvent):
    """A code from paper stood in for the second factor."""

    left: int
    portal: Portal


class PasswordChanged(OwnerEvent):
    """By its owner, or through a link in a mail."""

    how: Literal["changed", "reset"]
    mobile: str | None = None
    """Told as well: the mailbox may be in the wrong hands."""


class DeviceSeen(OwnerEvent):
    """A login with a browser this person has not used before."""

    device: str
    portal: Portal
    seen_at: datetime
