"""Loops: run a round, sleep until the next or until roused, survive every failure."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import eventlet
from eventlet.event import Event as Signal
from eventlet.timeout import Timeout
from sqlalchemy import text

from services.chassis.db.transaction import begin
from services.chassis.logging import logger
from services.chassis.messages import Actor
from services.chassis.metrics import SWEEPS, SWEPT
from services.chassis.transport.specs import PumpSpec, SweepSpec
from services.chassis.wake import on_wake

log = logger(__name__)
LONGEST_PAUSE_SECONDS = 5.0
LONGEST_GOODBYE_SECONDS = 20.0


class Watch:
    """Kept by one of the loops that take from the same table; the others sleep until roused.

    Each of them looking by the clock would ask the database as many times for nothing. Whoever
    keeps the watch hands it on before it goes to work.
    """

    def __init__(self) -> None:
        self._resting: list[Loop] = []
        self._keeper: Loop | None = None

    def join(self, loop: Loop) -> bool:
        """The loop goes to rest; True when the watch is its own."""
        if loop not in self._resting:
            self._resting.append(loop)
        self._keeper = self._keeper or loop
        return self._keeper is loop

    def leave(self, loop: Loop) -> None:
        """The loop goes to work, and another keeps the watch."""
        self._resting.remove(loop)
        if self._keeper is loop:
            self._keeper = next(iter(self._resting), None)
            if self._keeper:
                self._keeper.relieve()


class Loop:
    """Rounds of work; a round that found something is followed by another at once."""

    def __init__(
        self, name: str, every: float, work_once: Callable[[], int], watch: Watch | None = None
    ) -> None:
        self.name = name
        self._every = every
        self._once = work_once
        self._watch = watch or Watch()
        self._signal = Signal()
        self._roused = False
        self._sleeping = False
        self._stopping = False
        self._running = False
        self._ended = Signal()
        on_wake(name, self)

    @property
    def sleeps(self) -> bool:
        """Between two rounds, and not roused yet."""
        return self._sleeping and not self._roused

    def rouse(self) -> None:
        """Start the next round now."""
        self._roused = True
        self.relieve()

    def relieve(self) -> None:
        """Look up from sleep: the watch is yours, or there is work."""
        if not self._signal.ready():
            self._signal.send()

    def stop(self) -> None:
        """End after the round that is going on."""
        self._stopping = True
        self.rouse()

    def wait(self) -> None:
        """Wait, bounded, until the round that was going on is over."""
        if self._running:
            with Timeout(LONGEST_GOODBYE_SECONDS, False):
                self._ended.wait()

    def run(self) -> None:
        """Until stopped. A failing round is logged and tried again with growing pauses."""
        self._running = True
        try:
            self._rounds()
        finally:
            self._running = False
            self._ended.send()

    def _rounds(self) -> None:
        pause = 0.0
        while not self._stopping:
            self._roused = False
            try:
                found = self._once()
                pause = 0.0
            except Exception as problem:
                log.warning("round_failed", loop=self.name, problem=type(problem).__name__)
                found, pause = 0, min(max(0.2, pause * 2), LONGEST_PAUSE_SECONDS)
            if found:
                eventlet.sleep(0)
            else:
                self._sleep(max(self._every, pause))

    def _sleep(self, seconds: float) -> None:
        """Until roused or, keeping the watch, until the time is over."""
        if self._roused or self._stopping:
            return
        over = False
        while not (over or self._roused or self._stopping):
            self._signal = Signal()
            self._sleeping = True
            with Timeout(seconds if self._watch.join(self) else None, False):
                self._signal.wait()
            self._sleeping = False
            over = not self._signal.ready()
        self._watch.leave(self)


def sweep_once(spec: SweepSpec, service: str) -> int:
    """One transaction under the sweep's advisory lock; another process may hold it."""
    lock = zlib.crc32(f"sweep:{spec.name}".encode())
    with begin(Actor.system(service)) as work:
        mine = work.session.execute(text("SELECT pg_try_advisory_xact_lock(:n)"), {"n": lock})
        if not mine.scalar_one():
            return 0
        try:
            done = spec.run(work)
        except Exception:
            SWEEPS.labels(spec.name, "failed").inc()
            log.exception("sweep_failed", sweep=spec.name)
            raise
    SWEEPS.labels(spec.name, "ok").inc()
    SWEPT.labels(spec.name).inc(done)
    return done


def pump_once(spec: PumpSpec) -> int:
    """One round of a loop that opens its own transactions."""
    try:
        done = spec.run()
    except Exception:
        SWEEPS.labels(spec.name, "failed").inc()
        log.exception("pump_failed", pump=spec.name)
        raise
    SWEPT.labels(spec.name).inc(done)
    return done
