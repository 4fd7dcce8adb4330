"""The telephone exchange: the calls going on, found by their id."""

import asyncio

from .callbacks import Callbacks
from .conversation import NotListening, Step
from .faults import Fault
from .ledger import Ledger
from .message import Call, Hook
from .phone_line import PhoneLine

MOST_CALLS = 500
"""Calls at once; beyond it the line is busy for the caller."""


class Exchange:
    """Starts calls, lets people press keys and hang up, and ends all calls when it closes."""

    def __init__(self, ledger: Ledger, callbacks: Callbacks, account_sid: str) -> None:
        self._ledger = ledger
        self._callbacks = callbacks
        self._account_sid = account_sid
        self._lines: dict[str, PhoneLine] = {}
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def full(self) -> bool:
        return len(self._lines) >= MOST_CALLS

    def dial(
        self,
        call: Call,
        *,
        first: Hook | None,
        inline: str = "",
        fallback: Hook | None = None,
        ring_for: float = 60.0,
        fault: Fault | None = None,
    ) -> None:
        """Ring the person; the call lives on until someone hangs up."""
        line = PhoneLine(
            call,
            ledger=self._ledger,
            callbacks=self._callbacks,
            account_sid=self._account_sid,
            fault=fault,
            ring_for=ring_for,
        )
        self._lines[call.id] = line
        task = line.dial(Step(first, {}) if first else None, inline, fallback)
        task.add_done_callback(lambda _: self._ended(line))

    async def press(self, call_id: str, digits: str) -> None:
        """Press keys in a call; refuses with ``NotListening``, also when it is over."""
        line = self._lines.get(call_id)
        if line is None:
            raise NotListening
        await line.press(digits)

    async def hang_up(self, call_id: str, status: str = "completed") -> None:
        """End a call from either side; over already is fine."""
        line = self._lines.get(call_id)
        if line is not None:
            await line.end(status)

    async def close(self) -> None:
        for line in list(self._lines.values()):
            await line.end("failed")
        await asyncio.sleep(0)  # the ended calls' own callbacks come first
        for task in list(self._closing):
            task.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)

    def _ended(self, line: PhoneLine) -> None:
        self._lines.pop(line.call.id, None)
        task = asyncio.create_task(line.told())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
