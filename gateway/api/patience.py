"""Waiting out the moment in which one service has not yet heard what another has told."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from pydantic import BaseModel

from gateway.rpc import RemoteRefusal
from gateway.session import Caller
from services.chassis import clock
from services.chassis.messages import Request

Reply = TypeVar("Reply", bound=BaseModel)
MOST_SECONDS = 2.0
_FIRST_PAUSE = 0.05


async def patiently(caller: Caller, request: Request[Reply], *codes: str) -> Reply:
    """The reply; a refusal with one of the codes is tried again for up to two seconds.

    Such a refusal changes nothing and leaves the idempotency key unused.
    """
    until = clock.monotonic() + MOST_SECONDS
    pause = _FIRST_PAUSE
    while True:
        try:
            return await caller.call(request)
        except RemoteRefusal as refusal:
            if refusal.code not in codes or clock.monotonic() + pause > until:
                raise
        await asyncio.sleep(pause)
        pause = min(pause * 2, 0.4)
