"""Wait for a condition with a bound, and say what was waited for when it did not come."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from services.chassis import clock

T = TypeVar("T")
LOOK_AGAIN_SECONDS = 0.05


class NeverHappened(AssertionError):
    """The condition did not come true within its bound."""


def until(look: Callable[[], T], *, within: float = 20.0, what: str = "") -> T:
    """The first truthy answer of `look`; raises NeverHappened after `within` seconds."""
    pause = threading.Event()
    ends = clock.monotonic() + within
    while True:
        answer = look()
        if answer:
            return answer
        if clock.monotonic() > ends:
            raise NeverHappened(f"{what or look} within {within} s; last seen: {answer!r}")
        pause.wait(LOOK_AGAIN_SECONDS)
