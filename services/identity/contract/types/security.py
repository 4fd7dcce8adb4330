"""What has happened to an account, for the person whose it is."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Message
from services.identity.contract.types.words import FactorMethod, Portal

SecurityTag = Literal[
    "logged_in",
    "logged_out",
    "session_ended",
    "login_refused",
    "stepped_up",
    "device_seen",
    "mobile_changed",
    "totp_added",
    "totp_removed",
    "passkey_added",
    "passkey_removed",
    "recovery_codes_made",
    "recovery_code_used",
    "password_changed",
    "password_reset",
    "reset_link_sent",
]


class SecurityEvent(Message):
    """One of them; what is not known of it is empty."""

    event_id: str
    at: datetime
    tag: SecurityTag
    portal: Portal | None = None
    method: FactorMethod | None = None
    device: str = ""
    name: str = ""
    """Of the passkey."""


class SecurityEvents(Message):
    """Newest first."""

    items: list[SecurityEvent]
    next: str | None = None
