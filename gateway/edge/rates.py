"""How often somebody may ask: a bucket for each, in memory, refilled by the clock.

When there are more than can be remembered, a limit against cost fails closed (newcomers share one
bucket), and the one on emergencies fails open (the longest silent is forgotten and starts afresh).
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Literal

from gateway.refusals import TooManyRequests
from services.chassis import clock

MOST_REMEMBERED = 20_000
_EVERYBODY_ELSE = ""


class Rate:
    """So many at once, and so many a minute after that."""

    def __init__(
        self,
        *,
        at_once: int,
        a_minute: float,
        when_full: Literal["share", "forget"] = "share",
        most: int = MOST_REMEMBERED,
    ) -> None:
        self._at_once = at_once
        self._refill_seconds = 60.0 / a_minute
        self._when_full = when_full
        self._most = most
        self._spent: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def count(self, who: str) -> None:
        """One more. Refuses TooManyRequests, saying when to try again; then nothing is counted."""
        now = clock.monotonic()
        name = self._bucket(who, now)
        spent = self._left(name, now)
        self._ensure_room(spent)
        self._spent[name] = (spent + 1, now)
        self._spent.move_to_end(name)

    def ensure_room(self, who: str) -> None:
        """Refuses TooManyRequests when one more would be too many; counts nothing."""
        now = clock.monotonic()
        self._ensure_room(self._left(self._bucket(who, now), now))

    def _ensure_room(self, spent: float) -> None:
        if spent + 1 > self._at_once:
            over = spent + 1 - self._at_once
            raise TooManyRequests(retry_after=int(over * self._refill_seconds) + 1)

    def _left(self, name: str, now: float) -> float:
        spent, at = self._spent.get(name, (0.0, now))
        return max(0.0, spent - (now - at) / self._refill_seconds)

    def _bucket(self, who: str, now: float) -> str:
        """Its own, made when there is room; full ones that have refilled make room."""
        if who in self._spent or len(self._spent) < self._most:
            return who
        oldest = next(iter(self._spent))
        if self._when_full == "forget" or not self._left(oldest, now):
            del self._spent[oldest]
            return who
        return _EVERYBODY_ELSE
