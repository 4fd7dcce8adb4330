"""S3: lists, filters, search and a case page over HTTP, at each size of the utility (`growing`).

A firm with 5 % of all cases (50,000 of the million) and the utility's own people are measured
apart: the gap between them is what the border costs. `echo` is the public notices at each size, to
tell the machine's mood from the lists' growth.
"""

from __future__ import annotations

import asyncio
import json
import time
from random import Random
from urllib.parse import quote

from deploy.local.description import Description
from gateway.settings import Portal
from tests.bench.many_cases import STREETS
from tests.bench.people import Person, logged_in
from tests.bench.plain_http import PlainHttp
from tests.bench.report import Result, quantile

Found = dict[tuple[str, str], list[float]]
"""Milliseconds by who asked and what."""
ROUNDS, WARM_UP = 120, 15
MOST_MS, MOST_GROWTH = 50.0, 1.3
AIM = f"p95 <= {MOST_MS:.0f} ms, growth <= {MOST_GROWTH}x"
DICE = Random(3)

LISTS = (
    "/cases",
    "/cases?sort=due",
    "/cases?sort=-submitted&limit=100",
    "/cases?ball=utility&sort=due",
)
FILTERS = (
    "/cases?ball=firm&sort=due",
    "/cases?status=information_requested",
    "/cases?status=approved&status=approved_with_conditions",
    "/cases?type=PASL-FETT",
    "/cases?due=week&sort=due",
    "/cases?zone=nord&ball=utility&sort=due",
)
STAFF_FILTERS = (
    *FILTERS,
    "/cases?assignee=me&sort=due",
    "/cases?assignee=none&ball=utility&sort=due",
)


def _searches(size: int) -> list[str]:
    """A whole number, an address, a street being typed, a property, a word, a name, nothing."""
    street, house = DICE.choice(STREETS), DICE.randrange(1, 200)
    return [
        f"VA-2000-{DICE.randrange(size) % 1_000_000:06d}",
        f"{street} {house}",
        street[:6],
        f"{DICE.randrange(1, 400)}/{DICE.randrange(1, 900)}",
        "vannmåler",
        f"Firma nr {DICE.randrange(2000)}",
        "finnesikke",
    ]


def _questions(kind: str, size: int, portal: Portal, pages: list[str]) -> list[str]:
    if kind == "list":
        return list(LISTS)
    if kind == "filter":
        return list(FILTERS if portal == "contractor" else STAFF_FILTERS)
    if kind == "search":
        return [f"/cases?q={quote(q)}" for q in _searches(size)]
    if kind == "echo":
        return ["/notices"]
    return [f"/cases/{case_id}" for case_id in DICE.sample(pages, min(7, len(pages)))]


async def _series(
    http: PlainHttp, kind: str, size: int, portal: Portal, pages: list[str]
) -> list[float]:
    took: list[float] = []
    while len(took) < WARM_UP + ROUNDS:
        for path in _questions(kind, size, portal, pages):
            started = time.perf_counter()
            answer = await http.ask("GET", f"/api/v1{path}")
            took.append((time.perf_counter() - started) * 1000)
            assert answer.status == 200, (path, answer.body[:200])
    return took[WARM_UP:]


async def _measured(bed: Description, people: dict[Portal, Person], size: int) -> Found:
    found: Found = {}
    for portal, person in people.items():
        http = PlainHttp(bed.port, person.headers)
        pages = [f"0bench{n:026d}" for n in range(size)] if portal == "operator" else []
        pages = pages or await _own(http)
        for kind in ("echo", "list", "filter", "search", "page"):
            series = await _series(http, kind, size, portal, pages)
            found["firm" if portal == "contractor" else "staff", kind] = series
        await http.close()
    return found


async def _own(http: PlainHttp) -> list[str]:
    answer = await http.ask("GET", "/api/v1/cases?limit=100")
    return [row["case_id"] for row in json.loads(answer.body)["items"]]


def at(bed: Description, size: int) -> Found:
    """Logged in anew at each size: copying takes longer than an idle session lasts."""
    people: dict[Portal, Person] = {
        "contractor": logged_in(bed, "contractor"),
        "operator": logged_in(bed, "operator"),
    }
    return asyncio.run(_measured(bed, people, size))


def results(by_size: dict[int, Found]) -> list[Result]:
    """One for each kind of question and each side of the border."""
    return [_result(who, kind, by_size) for who, kind in next(iter(by_size.values()))]


def _result(who: str, kind: str, by_size: dict[int, Found]) -> Result:
    series = {f"{size:,}": found[who, kind] for size, found in by_size.items()}
    p95 = [quantile(values, 0.95) for values in series.values()]
    growth = p95[-1] / p95[0]
    met = max(p95) <= MOST_MS and growth <= MOST_GROWTH
    said = " / ".join(f"{value:.1f}" for value in p95)
    return Result(
        "S3",
        f"{kind}, {who}",
        AIM if kind != "echo" else "none: the machine's mood, to read the others by",
        f"p95 {said} ms at {' / '.join(series)} cases, growth {growth:.2f}x",
        met or kind == "echo",
        series,
    )
