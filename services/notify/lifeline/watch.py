"""The watch: looks at the spool several times a second and rings for what nobody rang for."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from services.chassis import clock
from services.chassis.logging import logger
from services.notify.contract.types import EmergencyReport
from services.notify.lifeline.numbers import PENDING
from services.notify.lifeline.policy import KEEP_MARKERS, Standing, verdict
from services.notify.lifeline.ringing import Ringer
from services.notify.lifeline.spool import Marks, Spool

log = logger(__name__)
LOOK_EVERY_SECONDS = 0.2
RING_AT_ONCE = 8
STALE_SECONDS = 5.0
TIDY_EVERY_SECONDS = 3600.0


@dataclass
class _Tries:
    """What this process has tried for a report; forgotten at a restart, which costs one ring."""

    count: int = 0
    last_at: datetime | None = None
    ongoing: Future[bool] | None = None


class Watch:
    """One thread looks; a few ring, so that a provider that hangs holds up only its own report."""

    def __init__(self, spool: Spool, ringer: Ringer) -> None:
        self._spool = spool
        self._ringer = ringer
        self._tries: dict[str, _Tries] = {}
        self._pool = ThreadPoolExecutor(RING_AT_ONCE, thread_name_prefix="ring")
        self._looked_at = clock.monotonic()
        self._tidied_at = float("-inf")

    def ensure_awake(self) -> None:
        """Raises TimeoutError when the watch has not looked lately."""
        if clock.monotonic() - self._looked_at > STALE_SECONDS:
            raise TimeoutError("not looked lately")

    def run(self, stopping: threading.Event) -> None:
        """Until told to stop; whatever fails, look again."""
        while not stopping.is_set():
            try:
                self.look()
            except Exception:
                log.exception("look_failed")
            stopping.wait(LOOK_EVERY_SECONDS)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def look(self) -> None:
        """One look at every report."""
        now, pending = clock.now(), 0
        for report, marks in self._spool.reports():
            pending += self._attend(report, marks, now)
        PENDING.set(pending)
        self._looked_at = clock.monotonic()
        if self._looked_at - self._tidied_at > TIDY_EVERY_SECONDS:
            self._tidied_at = self._looked_at
            self._spool.forget_strays(now - KEEP_MARKERS)

    def _attend(self, report: EmergencyReport, marks: Marks, now: datetime) -> bool:
        """Do what the policy says; True while nobody has been rung."""
        tries = self._tries.setdefault(report.reference, _Tries())
        standing = Standing(
            reported_at=report.reported_at,
            stood_down=marks.stood_down,
            rung=marks.rung,
            acknowledged=marks.acked,
            last_try_at=tries.last_at,
        )
        decided = verdict(standing, now)
        if decided == "done":
            self._tries.pop(report.reference)
            return False
        if decided == "ring" and (tries.ongoing is None or tries.ongoing.done()):
            tries.ongoing = self._pool.submit(self._ring, report, tries)
        return True

    def _ring(self, report: EmergencyReport, tries: _Tries) -> bool:
        try:
            return self._ringer.ring(report, tries.count)
        except Exception:
            log.exception("ring_failed", reference=report.reference)
            return False
        finally:
            tries.count += 1
            tries.last_at = clock.now()
