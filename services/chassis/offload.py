"""Work that would hold the event loop (password hashing) runs outside it, two at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from services.chassis.messages import Busy

P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 2
LONGEST_QUEUE = 50

_run: Callable[..., Any] | None = None
_waiting = 0
_slots: Any = None


def use(runner: Callable[..., Any], slots: Any = None) -> None:
    """Set how work leaves the event loop; the transport does this at start."""
    global _run, _slots
    _run, _slots = runner, slots


def outside(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Run it outside the loop. Raises Busy when 50 already wait."""
    global _waiting, _slots  # noqa: PLW0603 - counts the queue of this process
    if _slots is None:
        _slots = threading.Semaphore(AT_ONCE)
    if _waiting >= LONGEST_QUEUE:
        raise Busy(retry_after=2)
    _waiting += 1
    try:
        with _slots:
            result: T = _run(function, *args, **kwargs) if _run else function(*args, **kwargs)
            return result
    finally:
        _waiting -= 1
