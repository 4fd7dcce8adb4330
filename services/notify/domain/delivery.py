"""What is done with a delivery when its time comes, and after each answer of a provider.

Ambiguity is policy. A provider that never answered may or may not have sent: an emergency is sent
again, an ordinary message is looked up first, a one-time code is never sent again by itself (its
owner asks for a new one).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Channel = Literal["sms", "email", "call"]
Urgency = Literal["code", "emergency", "ordinary"]
State = Literal["waiting", "sending", "sent", "delivered", "failed", "expired"]
Step = Literal["send", "look_up", "expire", "give_up"]

OVER: frozenset[str] = frozenset({"delivered", "failed", "expired"})
"""Nothing more is done to these, except that a late callback may still say `delivered`."""

LEASE: dict[Channel, timedelta] = {
    "sms": timedelta(seconds=30),
    "call": timedelta(seconds=30),
    "email": timedelta(seconds=90),
}
"""Longer than all waits of a provider together; a process that dies holds its claim no longer."""
EMERGENCY_PATIENCE = timedelta(seconds=15)
"""An emergency without a callback is sent again."""
LOOK_UP_AFTER = timedelta(minutes=10)
"""An ordinary text without a callback is asked for."""
UNKNOWN_PAUSE: dict[Urgency, timedelta] = {
    "code": timedelta(seconds=30),
    "emergency": EMERGENCY_PATIENCE,
    "ordinary": timedelta(seconds=60),
}
"""How long a callback may still decide an attempt whose answer was lost."""
KEEP_TRYING = timedelta(days=3)
"""An ordinary message older than this is news no more."""
MOST_ATTEMPTS: dict[Urgency, int] = {"code": 5, "emergency": 12, "ordinary": 7}


@dataclass(frozen=True)
class Due:
    """A delivery whose time has come, as the rules see it."""

    urgency: Urgency
    channel: Channel
    state: State
    attempts: int
    expires_at: datetime | None


def next_step(due: Due, now: datetime) -> Step:
    """What to do now.

    `sending` means that the lease ran out: nobody knows what came of the attempt. `sent` means
    that the callback the provider owes us did not come in time.
    """
    if due.state == "waiting":
        return _first_or_next_try(due, now)
    if due.urgency == "code":
        return "give_up"
    if due.urgency == "ordinary" and due.channel == "sms":
        return "give_up" if _is_worthless(due, now) else "look_up"
    return _first_or_next_try(due, now)


def _first_or_next_try(due: Due, now: datetime) -> Step:
    if _is_worthless(due, now):
        return "expire"
    return "give_up" if due.attempts >= MOST_ATTEMPTS[due.urgency] else "send"


def _is_worthless(due: Due, now: datetime) -> bool:
    return due.expires_at is not None and due.expires_at <= now


def pause_before_retry(urgency: Urgency, attempts: int) -> timedelta:
    """How long to wait after an attempt the provider surely did not take.

    Ordinary: 25 s, 100 s, 400 s, ... (seven tries in about a day). A code is worthless in minutes,
    an emergency at once.
    """
    if urgency == "ordinary":
        return timedelta(seconds=25 * 4 ** (attempts - 1))
    if urgency == "emergency":
        return timedelta(seconds=2)
    return timedelta(seconds=2 * 2 ** (attempts - 1))


def check_after_acceptance(urgency: Urgency, channel: Channel) -> timedelta | None:
    """When to look again at a message the provider took; None when there is nothing to wait for."""
    if channel == "email" or urgency == "code":
        return None
    return EMERGENCY_PATIENCE if urgency == "emergency" else LOOK_UP_AFTER
