"""Taking in a report, and handing it on in the background until notify has it."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import datetime
from typing import Any

from gateway.edge.numbers import EMERGENCIES, SPOOL_OLDEST_SECONDS, SPOOL_WAITING
from gateway.edge.rates import Rate
from gateway.emergency.reference import new_reference, reference_for
from gateway.emergency.spool import KEPT, Spool, parsed_instant
from gateway.rpc import CallFailed, Services
from services.chassis import clock
from services.chassis.logging import logger
from services.notify.contract.operations import AcknowledgeIncident, ReportEmergency
from services.notify.contract.types import EmergencyReport

log = logger(__name__)
EVERY_SECONDS = 1.0
TRIES_FOR_A_NAME = 20
AT_ONCE, A_MINUTE = 20, 4
"""Reports an address may send; generous, and in doubt it lets through."""


class EmergencyLane:
    """Owns the spool and the task that empties it towards notify."""

    def __init__(self, spool: Spool, services: Services) -> None:
        self.spool = spool
        self.rate = Rate(at_once=AT_ONCE, a_minute=A_MINUTE, when_full="forget")
        self._services = services
        self._wake = asyncio.Event()
        self._drain: asyncio.Task[None] | None = None
        self._late: set[str] = set()
        """Those whose first failure has been logged."""

    async def start(self) -> None:
        """Begin handing on what an earlier process left."""
        self._drain = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """What is not handed on stays in the spool."""
        if self._drain:
            self._drain.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._drain

    async def take_in(self, facts: dict[str, Any], key: str) -> EmergencyReport:
        """On disk when this returns; raises OSError when nothing can be kept.

        The same key and report give the same reference. The same key with another report is a
        new report: an emergency is never refused for a key.
        """
        report = await asyncio.to_thread(self._keep, facts, key)
        EMERGENCIES.inc()
        self.wake()
        return report

    def wake(self) -> None:
        """Something in the spool has changed."""
        self._wake.set()

    async def acknowledge(self, reference: str, phone: str, at: datetime) -> None:
        """The person on call pressed 1; kept here first, so it counts with notify away."""
        await asyncio.to_thread(self.spool.mark, reference, "acked", at=at.isoformat(), phone=phone)
        self.wake()

    def _keep(self, facts: dict[str, Any], key: str) -> EmergencyReport:
        reference = reference_for(key)
        for _ in range(TRIES_FOR_A_NAME):
            report = EmergencyReport(reference=reference, reported_at=clock.now(), **facts)
            try:
                self.spool.keep(report)
            except FileExistsError:
                kept = self.spool.report(reference)
                if kept and kept == report.model_copy(update={"reported_at": kept.reported_at}):
                    return kept
                reference = new_reference()
            else:
                return report
        raise OSError("no free reference")

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(EVERY_SECONDS):
                    await self._wake.wait()
            self._wake.clear()
            try:
                await self.round()
            except Exception:
                log.exception("spool_round_broke")

    async def round(self) -> None:
        """Hand on what waits, forget what has long been settled."""
        waiting = []
        for reference in await asyncio.to_thread(lambda: list(self.spool.references())):
            if not self.spool.is_settled(reference):
                waiting.append(reference)
            elif self.spool.age(reference) > KEPT:
                self.spool.forget(reference)
        await asyncio.gather(*(self._hand_on(reference) for reference in waiting))
        waiting = [reference for reference in waiting if not self.spool.is_settled(reference)]
        SPOOL_WAITING.set(len(waiting))
        ages = [self.spool.age(reference).total_seconds() for reference in waiting]
        SPOOL_OLDEST_SECONDS.set(max(ages, default=0))

    async def _hand_on(self, reference: str) -> None:
        report = self.spool.report(reference)
        if report is None:
            if reference not in self._late:
                log.error("spooled_report_unreadable", reference=reference)
            self._late.add(reference)
            return
        try:
            if self.spool.marked(reference, "handed") is None:
                await self._report(report)
            await self._tell_acknowledgement(reference)
        except CallFailed as problem:
            if reference not in self._late:
                log.warning("report_waits", reference=reference, problem=str(problem))
            self._late.add(reference)
        else:
            self._late.discard(reference)

    async def _report(self, report: EmergencyReport) -> None:
        reference = report.reference
        rung_at = parsed_instant(self.spool.marked(reference, "rung"))
        await self._services.call(
            ReportEmergency(report=report, paged_by_lifeline=rung_at),
            key=f"{reference}.rung" if rung_at else reference,
            trace=reference,
        )
        await asyncio.to_thread(self.spool.mark, reference, "handed", at=clock.now().isoformat())
        log.info("report_handed_on", reference=reference)

    async def _tell_acknowledgement(self, reference: str) -> None:
        acked = self.spool.marked(reference, "acked")
        if acked is None or self.spool.marked(reference, "told") is not None:
            return
        await self._services.call(
            AcknowledgeIncident(
                reference=reference, phone=str(acked.get("phone", "")), at=parsed_instant(acked)
            ),
            key=f"{reference}.acked",
            trace=reference,
        )
        await asyncio.to_thread(self.spool.mark, reference, "told")
