"""Rounds of work in a thread: run, rest when there was nothing, survive every failure."""

from __future__ import annotations

import threading
from collections.abc import Callable

from services.chassis.logging import logger

log = logger(__name__)
LONGEST_PAUSE_SECONDS = 5.0


class Loop:
    """One thread; a round that did something is followed by another at once."""

    def __init__(
        self, name: str, every: float, once: Callable[[], int], stopping: threading.Event
    ) -> None:
        self._every = every
        self._once = once
        self._stopping = stopping
        self._name = name
        self._thread = threading.Thread(target=self._run, name=name)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def join(self) -> None:
        """Wait for the round that is going on."""
        self._thread.join()

    def ensure_alive(self) -> None:
        """Raises RuntimeError when the thread has ended; for readiness."""
        if not self._thread.is_alive():
            raise RuntimeError(self._name)

    def _run(self) -> None:
        pause = self._every
        while not self._stopping.is_set():
            try:
                did = self._once()
                pause = self._every
            except Exception as problem:
                log.warning("round_failed", loop=self._name, problem=type(problem).__name__)
                did, pause = 0, min(pause * 2, LONGEST_PAUSE_SECONDS)
            if not did:
                self._stopping.wait(pause)
