"""S2: submitting a case over HTTP, against one echo and one durable commit; then a burst.

Done at each size of the utility (`growing`), as S3 is.

The drafts are complete water-meter notices (VMAL), copied in the database from one that was written
over the API: what is measured begins with the session and ends with the commit.
"""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg2

from deploy.local.description import Description
from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.chassis.ids import new_id
from tests.bench.floor import floor
from tests.bench.people import Person, logged_in
from tests.bench.plain_http import PlainHttp
from tests.bench.report import Result
from tests.journeys.conftest import FIRM_ADMIN
from tests.journeys.visitor import Visitor
from tests.support.case_forms import complete
from tests.support.waiting import NeverHappened, until

PAIRS, WARM_UP = 300, 30
BURST_SECONDS, AT_ONCE, DRAFTS = 30.0, 32, 9000
RATIO, RATE, DRAIN_SECONDS = 3.0, 150.0, 300.0
TYPE = "VMAL"
BUSY = (503, 504)
RETRY_SECONDS = 2.0
"""As the portal asks in `Retry-After`; who hammers on measures how fast it says no."""
WAITING = {
    "cases": ("SELECT count(*) FROM outbox WHERE published_at IS NULL",),
    "documents": (
        "SELECT count(*) FROM inbox WHERE handled_at IS NULL AND parked_at IS NULL",
        "SELECT count(*) FROM letter_job WHERE done_at IS NULL",
        "SELECT count(*) FROM outbox WHERE published_at IS NULL",
    ),
    "notify": (
        "SELECT count(*) FROM inbox WHERE handled_at IS NULL AND parked_at IS NULL",
        "SELECT count(*) FROM delivery WHERE execute_after <= now()",
    ),
}
"""What followers still have to do, by their databases."""


@contextlib.contextmanager
def _database(bed: Description, name: str) -> Iterator[Any]:
    address = bed.superuser_url.replace("postgresql+psycopg2", "postgresql").rpartition("/")[0]
    connection = psycopg2.connect(f"{address}/{name}")
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()


def _template(bed: Description) -> str:
    """A complete draft, written as a firm writes it."""
    kind = next(k for k in map(CaseType, read_types()) if k.definition.code == TYPE)
    with Visitor(bed) as firm:
        firm.log_in(*FIRM_ADMIN)
        case = firm.post("/cases", {"type": TYPE})
        form = {"version": case["version"], "values": complete(kind)}
        firm.did("PATCH", f"/cases/{case['case_id']}/form", json=form)
        assert firm.get(f"/cases/{case['case_id']}/check")["complete"]
        return str(case["case_id"])


def _copies(bed: Description, template: str, count: int) -> list[str]:
    """So many drafts like it, each with its own first entry of the history."""
    ids = [new_id() for _ in range(count)]
    with _database(bed, "cases") as cursor:
        cursor.execute("SET session_replication_role = replica")
        for table, key in (('"case"', "id"), ("case_history", "case_id")):
            cursor.execute(
                "SELECT column_name FROM information_schema.columns"
                " WHERE table_name = %s AND is_generated = 'NEVER'",
                (table.strip('"'),),
            )
            names = [name for (name,) in cursor.fetchall() if name != key]
            kept = ", ".join(f'"{name}"' for name in names)
            copy = f"INSERT INTO {table} ({key}, {kept}) SELECT fresh, {kept} FROM {table}, "  # noqa: S608 - our own names
            cursor.execute(f"{copy} unnest(%s) AS fresh WHERE {key} = %s", (ids, template))
        cursor.execute('ANALYZE "case"')
    return ids


def _drop_unsent(bed: Description, ids: list[str]) -> None:
    """No firm has thousands of drafts: they would stand before everything the next one measures."""
    with _database(bed, "cases") as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "DELETE FROM \"case\" WHERE id = ANY(%s) AND status = 'draft' RETURNING id", (ids,)
        )
        dropped = [case_id for (case_id,) in cursor.fetchall()]
        cursor.execute("DELETE FROM case_history WHERE case_id = ANY(%s)", (dropped,))


async def _submit(http: PlainHttp, case_id: str) -> float | None:
    """Milliseconds; None when the portal said that it was too busy."""
    started = time.perf_counter()
    answer = await http.ask(
        "POST", f"/api/v1/cases/{case_id}/actions/submit", b"{}", Idempotency_Key=case_id
    )
    if answer.status in BUSY:
        return None
    assert answer.status == 200, answer.body[:300]
    return (time.perf_counter() - started) * 1000


async def _pairs(bed: Description, firm: Person, ids: list[str]) -> tuple[list[float], list[float]]:
    ours, under = [], []
    http = PlainHttp(bed.port, firm.headers)
    async with floor(bed) as once:
        for number, case_id in enumerate(ids):
            mine = await _submit(http, case_id)
            started = time.perf_counter()
            await once()
            if mine is not None and number >= WARM_UP:
                ours.append(mine)
                under.append((time.perf_counter() - started) * 1000)
    await http.close()
    return ours, under


async def _burst(bed: Description, firm: Person, ids: list[str]) -> list[float | None]:
    """Milliseconds of every submission that ended within the burst; None for one turned away."""
    waiting = iter(ids)
    took: list[float | None] = []
    end = time.perf_counter() + BURST_SECONDS

    async def one() -> None:
        http = PlainHttp(bed.port, firm.headers)
        for case_id in waiting:
            milliseconds = await _submit(http, case_id)
            if time.perf_counter() > end:
                break
            took.append(milliseconds)
            if milliseconds is None:
                await asyncio.sleep(RETRY_SECONDS)
        await http.close()

    await asyncio.gather(*(one() for _ in range(AT_ONCE)))
    return took


def _left(bed: Description) -> int:
    left = 0
    for name, questions in WAITING.items():
        with _database(bed, name) as cursor:
            for question in questions:
                cursor.execute(question)
                left += cursor.fetchone()[0]
    return left


@dataclass(frozen=True)
class Submitted:
    """Milliseconds at one size, of what had an answer; how many had none; seconds to drain."""

    alone: list[float]
    floor: list[float]
    burst: list[float]
    turned_away: int
    drained: float

    @property
    def ratio(self) -> float:
        """Medians of the same minutes."""
        return statistics.median(self.alone) / statistics.median(self.floor)

    @property
    def rate(self) -> float:
        """Submissions a second."""
        return len(self.burst) / BURST_SECONDS


def at(bed: Description, size: int) -> Submitted:
    """One at a time against the floor, interleaved; then the burst, and its followers."""
    del size  # the utility has grown to it
    template = _template(bed)
    firm = logged_in(bed, "contractor")
    ids = _copies(bed, template, WARM_UP + PAIRS + DRAFTS)
    ours, under = asyncio.run(_pairs(bed, firm, ids[: WARM_UP + PAIRS]))
    answers = asyncio.run(_burst(bed, firm, ids[WARM_UP + PAIRS :]))
    took = [milliseconds for milliseconds in answers if milliseconds is not None]
    started = time.perf_counter()
    _drop_unsent(bed, ids)
    return Submitted(ours, under, took, len(answers) - len(took), _drained(bed, started))


def results(by_size: dict[int, Submitted]) -> list[Result]:
    """The same three aims at every size; the worst one counts."""
    sizes = [f"{size:,}" for size in by_size]
    found = list(by_size.values())
    said = f"at {' / '.join(sizes)} cases"
    medians = " / ".join(
        f"{statistics.median(one.alone):.1f} ms over {statistics.median(one.floor):.1f}"
        for one in found
    )
    return [
        Result(
            "S2",
            "submit a case over HTTP, over one echo and one durable commit",
            f"p50 <= {RATIO:.0f}x",
            f"{' / '.join(f'{one.ratio:.2f}x' for one in found)} ({medians}) {said}",
            max(one.ratio for one in found) <= RATIO,
            {
                name: series
                for size, one in zip(sizes, found, strict=True)
                for name, series in ((size, one.alone), (f"floor beside {size}", one.floor))
            },
        ),
        Result(
            "S2",
            f"submissions over {BURST_SECONDS:.0f} s, {AT_ONCE} at once",
            f">= {RATE:.0f}/s",
            f"{' / '.join(f'{one.rate:.0f}/s' for one in found)} {said}, told to come again: "
            + " / ".join(str(one.turned_away) for one in found),
            min(one.rate for one in found) >= RATE,
            {size: one.burst for size, one in zip(sizes, found, strict=True)},
        ),
        Result(
            "S2",
            "followers have done what the burst asked for (events, receipts, mails)",
            f"<= {DRAIN_SECONDS:.0f} s",
            f"{' / '.join(f'{one.drained:.0f} s' for one in found)} {said}",
            max(one.drained for one in found) <= DRAIN_SECONDS,
            {size: [one.drained] for size, one in zip(sizes, found, strict=True)},
            unit="s",
        ),
    ]


def _drained(bed: Description, started: float) -> float:
    with contextlib.suppress(NeverHappened):
        until(lambda: _left(bed) == 0, within=DRAIN_SECONDS, what="followers")
        return time.perf_counter() - started
    return DRAIN_SECONDS + 1
