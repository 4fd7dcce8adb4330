"""One browser's event stream: what waits to be pushed, and why it ends."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from gateway.live.topics import Note
from gateway.session.caller import Caller

MOST_WAITING = 500


@dataclass(eq=False)
class Stream:
    """Notes wait in order; a newer one about the same thing takes the older one's place.

    A browser that reads too slowly is told to fetch everything anew instead of being fed for ever.
    """

    caller: Caller
    unresolved: OrderedDict[str, int] = field(default_factory=OrderedDict)
    """Cases documents told of before we knew whose they are, with the sequence told."""
    ended: str = ""
    _waiting: OrderedDict[str, Note] = field(default_factory=OrderedDict)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def push(self, note: Note) -> None:
        """Send it as soon as the browser reads."""
        self._waiting[note.key] = note
        self._waiting.move_to_end(note.key)
        if len(self._waiting) > MOST_WAITING:
            self._waiting.clear()
            self._waiting["resync"] = Note("resync", {}, "resync")
        self._woken.set()

    def resolve_later(self, case_id: str, sequence: int) -> None:
        """A document's event about a case nobody told us of yet."""
        self.unresolved[case_id] = sequence
        if len(self.unresolved) > MOST_WAITING:
            self.unresolved.popitem(last=False)
        self._woken.set()

    def end(self, why: str) -> None:
        """Close: `signed_out`, `acting_changed`, `replaced`, `unavailable`, `draining`."""
        self.ended = self.ended or why
        self._woken.set()

    def taken(self) -> list[Note]:
        """All that waits; nothing waits any more."""
        self._woken.clear()
        notes = list(self._waiting.values())
        self._waiting.clear()
        return notes

    async def wait(self, seconds: float) -> None:
        """Until something is pushed, or so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return
