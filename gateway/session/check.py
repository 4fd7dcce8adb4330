"""Is the session alive? Asked of identity at most every three seconds for each session."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from gateway.rpc import Services
from gateway.settings import Portal
from services.chassis import clock
from services.chassis.messages import Envelope
from services.identity.contract.events.sessions import SessionEnded
from services.identity.contract.operations.api_keys import CheckApiKey
from services.identity.contract.operations.origin import Caller as Origin
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.types.api_keys import API_KEY_BEGINS
from services.identity.contract.types.login import CheckedSession

FRESH_SECONDS = 3.0
MOST_REMEMBERED = 20_000
Question = CheckSession | CheckApiKey


@dataclass(frozen=True)
class _Known:
    checked: CheckedSession
    at: float
    used: bool
    """The check that gave it counted as use."""


class SessionCheck:
    """Remembers answers briefly; an ended session is forgotten the moment it is told."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._asking: dict[str, asyncio.Task[CheckedSession]] = {}

    async def check(
        self,
        secret: str,
        portal: Portal,
        trace: str = "",
        *,
        passive: bool = False,
        address: str = "",
    ) -> CheckedSession:
        """The living session, known no longer than three seconds.

        `passive` does not count as use: an open event stream keeps no idle session alive.
        A key of a firm's software is a session of the contractor portal that is always open.
        Raises RemoteRefusal (SessionEnded) when it is over, or as any call fails.
        """
        name = _name(secret, portal)
        known = self._known.get(name)
        if known and clock.monotonic() - known.at <= FRESH_SECONDS and (passive or known.used):
            return known.checked
        request: Question
        if secret.startswith(API_KEY_BEGINS):
            used_from = "" if passive else address
            request = CheckApiKey(secret=secret, caller=Origin(address=used_from))
        else:
            request = CheckSession(secret=secret, portal=portal, passive=passive)
        turn = f"{name}{passive}"
        asking = self._asking.get(turn)
        if asking is None:
            asking = asyncio.create_task(self._ask(name, request, trace, used=not passive))
            self._asking[turn] = asking
            asking.add_done_callback(lambda _: self._asking.pop(turn, None))
        return await asyncio.shield(asking)

    def knows(self, secret: str, portal: Portal) -> bool:
        """It was found alive not long ago; says nothing of now."""
        return _name(secret, portal) in self._known

    def forget(self, secret: str, portal: Portal) -> None:
        """What the session carries has changed, or it was ended here."""
        self._known.pop(_name(secret, portal), None)

    def on_event(self, envelope: Envelope) -> None:
        """Drop an ended session at once, wherever it was ended."""
        if envelope.type == SessionEnded.type_name():
            ended = envelope.data.get("session_id")
            for name in [n for n, k in self._known.items() if k.checked.session_id == ended]:
                del self._known[name]

    async def _ask(self, name: str, request: Question, trace: str, *, used: bool) -> CheckedSession:
        asked_at = clock.monotonic()
        try:
            checked = await self._services.call(request, trace=trace)
        except BaseException:
            self._known.pop(name, None)
            raise
        self._known[name] = _Known(checked, asked_at, used=used)
        self._known.move_to_end(name)
        if len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return checked


def _name(secret: str, portal: Portal) -> str:
    """Secrets are not kept in memory longer than the request."""
    return hashlib.sha256(f"{portal}\0{secret}".encode()).hexdigest()
