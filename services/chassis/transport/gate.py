"""Many side by side, or one alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import eventlet
from eventlet.semaphore import Semaphore

LOOK_AGAIN_SECONDS = 0.01


class Gate:
    """Handlers enter side by side; one that may end the process enters alone."""

    def __init__(self) -> None:
        self._inside = 0
        self._entrance = Semaphore(1)

    @contextmanager
    def beside_others(self) -> Iterator[None]:
        """Waits while somebody is alone inside."""
        with self._entrance:
            self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Waits until everybody is out, and keeps others out."""
        with self._entrance:
            while self._inside:
                eventlet.sleep(LOOK_AGAIN_SECONDS)
            yield
