"""A list of cases as lines of a file that Norwegian Excel opens as it is: BOM, semicolons, CRLF."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, time

from gateway.session import Caller
from gateway.texts import texts
from services.cases.contract.operations.overview import ExportCases
from services.cases.contract.types.case import CasePage, CaseRow
from services.chassis.clock import OSLO
from services.chassis.i18n import last_day

MEDIA_TYPE = "text/csv"
BOM = "\ufeff"
COLUMNS = (
    "number",
    "type",
    "title",
    "status",
    "ball",
    "place",
    "firm",
    "orgnr",
    "zone",
    "caseworker",
    "submitted",
    "expected",
    "due",
    "changed",
)
FALLBACK = "fordeling"
"""The zone of what no zone has; it has no name of its own."""
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings a spreadsheet takes for a formula, wide forms too (OWASP, CSV injection)."""


async def case_lines(caller: Caller, asked: ExportCases, page: CasePage) -> AsyncIterator[bytes]:
    """The heading, then page after page; a page is fetched when the reader has taken the last."""
    say = texts().bound(caller.language)
    yield (BOM + _lines([[say(f"csv.{column}") for column in COLUMNS]])).encode()
    while True:
        yield _lines(_cells(row, caller) for row in page.items).encode()
        if page.next is None:
            return
        page = await caller.call(asked.model_copy(update={"cursor": page.next}))


def harmless(text: str) -> str:
    """The text so that no spreadsheet runs it: an apostrophe before what looks like a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_RUN) else text


def _cells(row: CaseRow, caller: Caller) -> list[str]:
    say = texts().bound(caller.language)
    return [
        row.number or "",
        row.type_title[caller.language],
        row.title,
        say(f"status.{row.status}"),
        say(f"ball.short.{row.ball}") if row.ball != "nobody" else "",
        row.place,
        row.firm.name,
        row.firm.orgnr,
        row.zone_name or (say("zones.by_hand") if row.zone == FALLBACK else row.zone or ""),
        row.caseworker.name if row.caseworker else "",
        _local(row.submitted_at),
        _deadline(row.expected_by),
        _deadline(row.due_at),
        _local(row.updated_at),
    ]


def _local(instant: datetime | None) -> str:
    """As a spreadsheet understands it, in Norwegian time."""
    return instant.astimezone(OSLO).strftime("%Y-%m-%d %H:%M") if instant else ""


def _deadline(instant: datetime | None) -> str:
    """The last day, as every page says it: one that ends with a day ends at the midnight after."""
    if instant is None or instant.astimezone(OSLO).time() != time():
        return _local(instant)
    return last_day(instant).isoformat()


def _lines(rows: Iterable[list[str]]) -> str:
    content = io.StringIO()
    writer = csv.writer(content, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return content.getvalue()
