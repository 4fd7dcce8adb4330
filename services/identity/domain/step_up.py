"""How long a factor given in a session is proof enough, and how long a new mobile is not."""

from __future__ import annotations

from datetime import datetime, timedelta

FRESH = timedelta(minutes=10)
"""A sensitive action asks for the factor again when it was given longer ago (ASVS 7.5)."""
HOLD = timedelta(hours=24)
"""After a new mobile: time for the owner to read the notice before more is changed."""


def fresh_until(opened_at: datetime, stepped_up_at: datetime | None) -> datetime:
    """The login counts, and each step-up after it."""
    return (stepped_up_at or opened_at) + FRESH
