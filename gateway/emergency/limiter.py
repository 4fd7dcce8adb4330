"""A generous limit on emergency reports for each address, in memory; in doubt it lets through."""

from __future__ import annotations

from collections import OrderedDict

from gateway.refusals import TooManyRequests
from services.chassis import clock

BURST = 20
"""Reports an address may send at once."""
REFILL_SECONDS = 15.0
"""Seconds until one more is allowed."""
MOST_ADDRESSES = 20_000


class EmergencyLimiter:
    """A bucket for each address; when there are too many to remember, the oldest starts afresh."""

    def __init__(self) -> None:
        self._spent: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def count(self, address: str) -> None:
        """Refuses TooManyRequests, saying when to try again."""
        now = clock.monotonic()
        spent, at = self._spent.get(address, (0.0, now))
        spent = max(0.0, spent - (now - at) / REFILL_SECONDS)
        if spent + 1 > BURST:
            raise TooManyRequests(retry_after=int((spent + 1 - BURST) * REFILL_SECONDS) + 1)
        self._spent[address] = (spent + 1, now)
        self._spent.move_to_end(address)
        if len(self._spent) > MOST_ADDRESSES:
            self._spent.popitem(last=False)
