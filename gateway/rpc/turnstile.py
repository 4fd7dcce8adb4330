"""Heavy calls pass a few at a time; some wait, and the rest are told at once to come back.

A service has so many workers: two hundred logins at once would take them all, and everybody else
would stand behind two hundred password hashes. What is turned away here was never sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gateway.rpc.failures import ServiceUnavailable

AT_ONCE = 4
"""Of one service: enough to keep both of its hashing slots busy."""
MOST_WAITING = 50
LONGEST_WAIT_SECONDS = 4.0
COME_BACK_SECONDS = 3


class Turnstile:
    """In front of one service."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    @asynccontextmanager
    async def passed(self) -> AsyncIterator[None]:
        """A place inside. Raises ServiceUnavailable when too many wait, or for too long."""
        if self._places.locked() and self._waiting >= MOST_WAITING:
            raise ServiceUnavailable(self._service, COME_BACK_SECONDS)
        self._waiting += 1
        try:
            async with asyncio.timeout(LONGEST_WAIT_SECONDS):
                await self._places.acquire()
        except TimeoutError:
            raise ServiceUnavailable(self._service, COME_BACK_SECONDS) from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._places.release()
