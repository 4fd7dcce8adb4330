"""Logging in and sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Actor, Message
from services.identity.contract.types.api_keys import ApiScope
from services.identity.contract.types.people import PersonView
from services.identity.contract.types.words import FactorMethod, Portal


class LoginStep(Message):
    """The password was right (or seems so); `attempt` is the secret of the pre-session cookie."""

    attempt: str
    next: Literal["factor", "enrol_mobile"]
    methods: list[FactorMethod]
    hint: str
    resend_after: int = 60
    """Seconds until a new code may be asked for."""


class OpenedSession(Message):
    """A session that passed both factors; `secret` goes into the cookie and is never stored."""

    secret: str
    session_id: str
    idle_seconds: int
    ends_at: datetime
    person: PersonView
    known_as: str = ""
    """The name this browser is known by from now on; empty after a step-up."""


class ActingChoice(Message):
    """A firm at a utility one may act for, or a utility one works at."""

    firm_id: str
    utility: str
    name: str
    """The firm's; empty for a post."""


class CheckedSession(Message):
    """A living session; `token` is the service token and never leaves the gateway."""

    token: str
    actor: Actor
    session_id: str
    portal: Portal
    idle_until: datetime
    ends_at: datetime
    choices: list[ActingChoice] = []
    """Whom one may act for, when there are several."""
    scopes: frozenset[ApiScope] | None = None
    """What a machine's key may do; None for a person, whose roles decide alone."""


class SessionRow(Message):
    """One of a person's sessions."""

    session_id: str
    portal: Portal
    device: str
    opened_at: datetime
    seen_at: datetime
    current: bool


class SessionRows(Message):
    """Newest first."""

    items: list[SessionRow]
