"""What is to happen a little later: cheap to plan by the hundred thousand, bounded in work.

A timer costs one handle, not one task; when it is due its job waits for one of a few workers,
so a flood of callbacks can neither fill the memory nor drown the portal.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]

WORKERS = 24
log = logging.getLogger(__name__)


class Agenda:
    """Jobs by delay in seconds, done by a fixed number of workers. Open it in the loop."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._due: asyncio.Queue[Job] = asyncio.Queue()
        self._size = workers
        self._workers: list[asyncio.Task[None]] = []

    def open(self) -> None:
        self._workers = [asyncio.create_task(self._work()) for _ in range(self._size)]

    async def close(self) -> None:
        """Stop at once; what was planned does not happen."""
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    def after(self, delay: float, job: Job) -> None:
        asyncio.get_running_loop().call_later(delay, self._due.put_nowait, job)

    async def _work(self) -> None:
        while True:
            job = await self._due.get()
            try:
                await job()
            except Exception:
                log.exception("a planned job failed")
