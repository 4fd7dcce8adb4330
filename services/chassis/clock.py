"""The only clock: every other module asks here what time it is."""

from __future__ import annotations

import math
import os
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
"""Where the utility works; instants are kept in UTC and shown here."""


class ClockOffsetRefused(RuntimeError):
    """CLOCK_OFFSET is set outside the sandbox, or is not a finite number of seconds."""


def now() -> datetime:
    """The present instant, aware, in UTC; moved by CLOCK_OFFSET in the sandbox only.

    Raises `ClockOffsetRefused` when an offset is set with any other ENVIRONMENT.
    """
    return datetime.now(UTC) + _offset()


def today() -> date:
    """The date on the wall in Oslo."""
    return now().astimezone(OSLO).date()


def monotonic() -> float:
    """Seconds from an arbitrary start, for measuring waits; never moved by an offset."""
    return time.monotonic()


def _offset() -> timedelta:
    wanted = os.environ.get("CLOCK_OFFSET", "")
    if not wanted:
        return timedelta(0)
    if os.environ.get("ENVIRONMENT") != "sandbox":
        raise ClockOffsetRefused("CLOCK_OFFSET is honoured with ENVIRONMENT=sandbox only")
    try:
        seconds = float(wanted)
    except ValueError:
        seconds = math.nan
    if not math.isfinite(seconds):
        raise ClockOffsetRefused("CLOCK_OFFSET must be a number of seconds")
    return timedelta(seconds=seconds)
