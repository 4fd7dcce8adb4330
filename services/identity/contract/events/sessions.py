"""Of logins and sessions."""

from __future__ import annotations

from typing import ClassVar, Literal

from services.identity.contract.events.aggregates import PersonEvent
from services.identity.contract.types.words import Portal


class SessionOpened(PersonEvent):
    """Somebody logged in with both factors."""

    audit_only: ClassVar[bool] = True
    person_id: str
    session_id: str
    portal: Portal
    method: str
    device: str = ""


class SteppedUp(PersonEvent):
    """Somebody gave a factor again inside a session."""

    audit_only: ClassVar[bool] = True
    person_id: str
    session_id: str
    portal: Portal
    method: str


class SessionEnded(PersonEvent):
    """A session is over; its tokens are refused from now on."""

    person_id: str
    session_id: str
    portal: Portal
    why: Literal[
        "logged_out",
        "ended_elsewhere",
        "expired",
        "credentials_changed",
        "locked",
        "key_revoked",
    ]
    """A machine's key is a session that is always open; its end is told as one."""


class LoginRefused(PersonEvent):
    """A known person's login failed."""

    audit_only: ClassVar[bool] = True
    person_id: str
    portal: Portal
    why: Literal["password", "factor", "locked"]
