"""Is anybody there? A call to a service nobody runs is refused before it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from pika.exceptions import AMQPError

from gateway.rpc.connection import Lane, open_lane
from gateway.rpc.failures import ServiceUnavailable
from services.chassis import clock

PRESENT_SECONDS, ABSENT_SECONDS = 1.0, 0.2
"""How long an answer is remembered; whoever has just come is not kept waiting."""


class Presence:
    """Consumers per service by passive declare, remembered for a moment.

    A service that let a call time out is suspected: it must answer a canary before the next call.
    """

    def __init__(self, canary: Callable[[str], Awaitable[bool]]) -> None:
        self._canary = canary
        self._lane: Lane | None = None
        self._connection: Any = None
        self._known: dict[str, tuple[float, bool]] = {}
        self._suspected: set[str] = set()
        self._asking: dict[str, asyncio.Task[bool]] = {}

    def use(self, lane: Lane, connection: Any) -> None:
        """Ask over this lane from now on."""
        self._lane, self._connection = lane, connection
        self._known.clear()

    def forget(self) -> None:
        """The connection is gone."""
        self._lane = None
        self._known.clear()

    def suspect(self, service: str) -> None:
        """It did not answer in time."""
        self._suspected.add(service)
        self._known.pop(service, None)

    async def ensure(self, service: str) -> None:
        """Raises ServiceUnavailable when nobody consumes the service's calls."""
        asked_at, present = self._known.get(service, (float("-inf"), False))
        if clock.monotonic() - asked_at > (PRESENT_SECONDS if present else ABSENT_SECONDS):
            asking = self._asking.get(service)
            if asking is None:
                asking = asyncio.create_task(self._ask(service))
                self._asking[service] = asking
                asking.add_done_callback(lambda _: self._asking.pop(service, None))
            present = await asyncio.shield(asking)
        if not present:
            raise ServiceUnavailable(service)

    async def _ask(self, service: str) -> bool:
        present = await self._consumers(service) > 0
        if present and service in self._suspected:
            present = await self._canary(service)
            if present:
                self._suspected.discard(service)
        self._known[service] = (clock.monotonic(), present)
        return present

    async def _consumers(self, service: str) -> int:
        lane = self._lane
        if lane is None:
            return 0
        try:
            if not lane.is_open:
                lane = self._lane = await open_lane(self._connection)
            frame = await lane.done("queue_declare", f"rpc-{service}", passive=True)
        except (AMQPError, OSError, TimeoutError):
            return 0
        count: int = frame.method.consumer_count
        return count
