"""Identifiers that sort by age, and secrets that cannot be guessed."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from threading import Lock

from services.chassis import clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class _Ticks:
    """Ticks of 1/4096 ms since 1970, never the same twice in a process and never going back."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last = 0

    def next(self) -> int:
        milliseconds, rest = divmod((clock.now() - _EPOCH) // _MICROSECOND, 1000)
        present = (milliseconds << 12) | (rest * 4096 // 1000)
        with self._lock:
            self._last = max(present, self._last + 1)
            return self._last


_ticks = _Ticks()


def new_id() -> str:
    """32 lower-case hex digits, opaque to readers; later ones from one process sort after.

    A UUID version 7 (RFC 9562, 6.2 method 3: the sub-millisecond part follows the time) with 62
    random bits, so ids of different processes do not collide and sort by age within clock skew.
    """
    ticks = _ticks.next()
    value = (ticks >> 12) << 80 | 0x7 << 76 | (ticks & 0xFFF) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return f"{value:032x}"


def secret(bytes: int = 32) -> str:
    """A URL-safe secret of that many random bytes.

    Raises ValueError below 16 bytes (128 bits, the least a session or link may have).
    """
    if bytes < 16:
        raise ValueError("a secret has at least 16 bytes")
    return secrets.token_urlsafe(bytes)
