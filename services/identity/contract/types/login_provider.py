"""A utility's own login."""

from __future__ import annotations

from services.chassis.messages import Message
from services.identity.contract.types.login import LoginStep, OpenedSession


class StaffLogin(Message):
    """What the operator portal offers beside e-mail and password; empty: nothing."""

    provider: str = ""


class SentToProvider(Message):
    """Where the browser goes; `attempt` is the secret of the pre-session cookie."""

    attempt: str
    address: str


class BackFromProvider(Message):
    """Either a session, or our own second factor is asked for."""

    opened: OpenedSession | None = None
    step: LoginStep | None = None
