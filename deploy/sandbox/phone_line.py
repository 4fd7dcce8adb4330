"""A call from dialling to hanging up, and what the portal is told about it.

Statuses, events and parameters: https://www.twilio.com/docs/voice/api/call-resource. Without
``StatusCallbackEvent`` only ``completed`` is told, as with the vendor.
"""

import asyncio
from contextlib import suppress
from email.utils import format_datetime

from . import clock
from .callbacks import Callbacks, Parameters
from .conversation import Conversation, Step
from .faults import Fault
from .ledger import Ledger
from .message import Call, Hook

RINGS_AFTER = 0.1
ANSWERED_AFTER = 0.3
"""Seconds from creation until the person lifts the phone."""
LONGEST_RINGING = 60.0
UNANSWERED = {"no-answer", "busy", "failed"}
STATUS_OF = {"initiated": "initiated", "ringing": "ringing", "answered": "in-progress"}


class PhoneLine:
    """One call, run as one task."""

    def __init__(
        self,
        call: Call,
        *,
        ledger: Ledger,
        callbacks: Callbacks,
        account_sid: str,
        fault: Fault | None,
        ring_for: float,
    ) -> None:
        self.call = call
        self._ledger = ledger
        self._callbacks = callbacks
        self._fault = fault
        self._ring_for = min(ring_for, LONGEST_RINGING)
        self._sequence = 0
        self._telling: asyncio.Task[None] | None = None
        self._ended_as = "completed"
        self._about: Parameters = {
            "CallSid": call.id,
            "AccountSid": account_sid,
            "From": call.sender,
            "To": call.to,
            "Caller": call.sender,
            "Called": call.to,
            "Direction": "outbound-api",
            "ApiVersion": "2010-04-01",
        }
        self._conversation = Conversation(call, ledger, callbacks, self._about)
        self._task: asyncio.Task[None] | None = None

    def dial(self, first: Step | None, inline: str, fallback: Hook | None) -> asyncio.Task[None]:
        """Start the call."""
        self._task = asyncio.create_task(self._run(first, inline, fallback))
        return self._task

    async def press(self, digits: str) -> None:
        """Press keys on the person's phone; refuses with ``NotListening``."""
        await self._conversation.press(digits)

    async def end(self, status: str = "completed") -> None:
        """Hang up from either side."""
        if self._task is not None and not self._task.done():
            self._ended_as = status
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def told(self) -> None:
        """Wait until the portal has been told all there is to tell."""
        if self._telling is not None:
            await asyncio.gather(self._telling, return_exceptions=True)

    async def _run(self, first: Step | None, inline: str, fallback: Hook | None) -> None:
        try:
            self._reached("initiated")
            await asyncio.sleep(RINGS_AFTER)
            self._reached("ringing")
            if self._fault is not None and self._fault.mode in UNANSWERED:
                if self._fault.mode == "no-answer":
                    await asyncio.sleep(self._ring_for)
                self._ended_as = self._fault.mode
                return
            await asyncio.sleep(ANSWERED_AFTER - RINGS_AFTER)
            self._ledger.change(self.call, answered_at=clock.now())
            self._reached("answered")
            await self._conversation.follow(first, inline, fallback)
        except asyncio.CancelledError:
            # Hung up: an ordinary end, but only when `end` asked for it.
            if self.call.answered_at is None and self._ended_as == "completed":
                self._ended_as = "canceled"
        finally:
            self._over(self._ended_as)

    def _reached(self, event: str) -> None:
        self._ledger.change(self.call, status=STATUS_OF[event])
        self._tell(event, STATUS_OF[event])

    def _over(self, status: str) -> None:
        self._ledger.change(self.call, status=status, ended_at=clock.now(), listening=None)
        self._tell("completed", status)

    def _tell(self, event: str, status: str) -> None:
        """Queue the event behind the earlier ones; a slow portal does not slow the call."""
        hook = self.call.callback
        if hook is None or event not in self.call.events:
            return
        parameters = {
            **self._about,
            "CallStatus": status,
            "CallbackSource": "call-progress-events",
            "SequenceNumber": str(self._sequence),
            "Timestamp": format_datetime(clock.now()),
        }
        if event == "completed":
            length = str(self.call.seconds or 0)
            parameters |= {"CallDuration": length, "Duration": "1" if length != "0" else "0"}
        self._sequence += 1
        self._telling = asyncio.create_task(self._tell_after(self._telling, hook, parameters))

    async def _tell_after(
        self, earlier: asyncio.Task[None] | None, hook: Hook, parameters: Parameters
    ) -> None:
        if self._fault is not None and self._fault.mode == "late-callback":
            await asyncio.sleep(self._fault.delay)
        if earlier is not None:
            with suppress(Exception):
                await earlier
        twice = self._fault is not None and self._fault.mode == "duplicate-callback"
        for _ in range(2 if twice else 1):
            await self._callbacks.tell(hook, parameters)
