"""Parts of a page that may be missing while a service is away."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

from gateway.rpc import CallFailed

Answer = TypeVar("Answer")


async def hoped(asked: Awaitable[Answer]) -> Answer | None:
    """The answer, or None when the service is away or refuses; the rest of the page stands."""
    try:
        return await asked
    except CallFailed:
        return None
