"""From an entry of the audit trail to a tag its owner can make sense of."""

from __future__ import annotations

from typing import Any

from services.chassis.db.tables import Audit
from services.chassis.messages import Event
from services.identity.contract.events.factors import (
    DeviceSeen,
    FactorChanged,
    PasswordChanged,
    RecoveryCodeUsed,
)
from services.identity.contract.events.secrets import LinkIssued, MobileEnrolled
from services.identity.contract.events.sessions import (
    LoginRefused,
    SessionEnded,
    SessionOpened,
    SteppedUp,
)
from services.identity.contract.types.security import SecurityEvent

_TAGS: dict[type[Event], str] = {
    SessionOpened: "logged_in",
    LoginRefused: "login_refused",
    SteppedUp: "stepped_up",
    DeviceSeen: "device_seen",
    MobileEnrolled: "mobile_changed",
    RecoveryCodeUsed: "recovery_code_used",
}
"""Events that are one tag."""
_BY_FACT: dict[type[Event], tuple[str, dict[str, str]]] = {
    SessionEnded: (
        "why",
        {
            "logged_out": "logged_out",
            "ended_elsewhere": "session_ended",
            "credentials_changed": "session_ended",
            "locked": "session_ended",
        },
    ),
    PasswordChanged: ("how", {"changed": "password_changed", "reset": "password_reset"}),
    LinkIssued: ("purpose", {"password_reset": "reset_link_sent"}),
    FactorChanged: (
        "change",
        {
            change: change
            for change in (
                "totp_added",
                "totp_removed",
                "passkey_added",
                "passkey_removed",
                "recovery_codes_made",
            )
        },
    ),
}
"""Events whose tag follows from a fact; other facts of them are not shown (an idle logout)."""
_ONE = {event.type_name(): tag for event, tag in _TAGS.items()}
_SEVERAL = {event.type_name(): rule for event, rule in _BY_FACT.items()}
AUDITED = frozenset({*_ONE, *_SEVERAL})
"""The audit tags to read."""


def security_event(entry: Audit) -> SecurityEvent | None:
    """The entry as its owner reads it; None for what is not for showing."""
    tag = _ONE.get(entry.tag) or _told_by_fact(entry)
    if tag is None:
        return None
    shown: dict[str, Any] = {
        name: entry.facts[name]
        for name in ("portal", "method", "device", "name")
        if entry.facts.get(name)
    }
    return SecurityEvent.model_validate({"event_id": entry.id, "at": entry.at, "tag": tag, **shown})


def _told_by_fact(entry: Audit) -> str | None:
    fact, tags = _SEVERAL.get(entry.tag, ("", {}))
    return tags.get(str(entry.facts.get(fact, "")))
