"""A list as a file: streamed page by page, and nothing in it runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from httpx import AsyncClient

from gateway.api.case_file import BOM, COLUMNS, case_lines, harmless
from gateway.rpc import RemoteRefusal, ServiceUnavailable
from gateway.session import Caller
from services.cases.contract.operations.overview import ExportCases
from services.cases.contract.types.case import CasePage, CaseRow
from services.cases.contract.types.parties import FirmRef
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token

pytestmark = pytest.mark.anyio
MIDNIGHT = datetime(2026, 7, 1, 22, tzinfo=UTC)
AT = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


def row(title: str, **more: Any) -> CaseRow:
    return CaseRow.model_validate(
        {
            "case_id": title,
            "number": "VA-2026-000001",
            "type": "RORM",
            "type_title": {"nb": "Rørleggermelding", "nn": "Røyrleggjarmelding", "en": "Notice"},
            "title": title,
            "status": "received",
            "ball": "utility",
            "firm": FirmRef(firm_id="f", name="Rør AS", orgnr="311153056"),
            "place": "Åveien 1; bak huset",
            "zone": "nord",
            "caseworker": None,
            "submitted_at": AT,
            "expected_by": None,
            "due_at": None,
            "updated_at": AT,
            "version": 3,
            **more,
        }
    )


@pytest.fixture(autouse=True)
def _signed_in(bus: Bus) -> None:
    bus.open_session("kari", KARI)


async def test_every_page_is_in_it_and_excel_reads_it(client: AsyncClient, bus: Bus) -> None:
    pages = {
        "": CasePage(
            items=[row("Første", zone_name="Sone nord", expected_by=MIDNIGHT, due_at=AT)],
            next="two",
        ),
        "two": CasePage(items=[row("=cmd|' /C calc'!A0", zone="fordeling")], next=None),
    }
    bus.answer(ExportCases, lambda asked: pages[asked.cursor])
    answer = await client.get(
        "/api/v1/cases.csv",
        params={"status": "received", "sort": "due"},
        headers=by_token("kari") | {"Accept-Language": "nb"},
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    text = answer.content.decode()
    assert text.startswith(BOM)
    lines = list(csv.reader(io.StringIO(text.removeprefix(BOM)), delimiter=";"))
    assert len(lines) == 3
    assert len(lines[0]) == len(COLUMNS)
    assert lines[1][:6] == [
        "VA-2026-000001",
        "Rørleggermelding",
        "Første",
        "Mottatt",
        "Til behandling",
        "Åveien 1; bak huset",
    ]
    assert lines[1][10] == "2026-07-02 00:30", "Norwegian time"
    assert lines[1][11] == "2026-07-01", "the last day, not the midnight after it"
    assert lines[1][12] == "2026-07-02 00:30"
    assert lines[2][2] == "'=cmd|' /C calc'!A0"
    assert [line[8] for line in lines[1:]] == ["Sone nord", "Fordeling (ingen sone)"], "no codes"
    asked = [call.request for call in bus.of(ExportCases)]
    assert [(each.status, each.sort, each.cursor) for each in asked] == [
        (["received"], "due", ""),
        (["received"], "due", "two"),
    ]


async def test_a_file_that_breaks_off_is_not_taken_for_whole() -> None:
    """An error inside the stream ends the connection before the last chunk."""
    bus = Bus()
    bus.answer(ExportCases, ServiceUnavailable("cases"))
    caller = Caller(
        services=bus,  # type: ignore[arg-type]  # a bus in memory
        portal="contractor",
        default_utility="fjordby",
        language="nb",
        trace="t",
        key="k",
        address="",
        device="",
    )
    lines = case_lines(caller, ExportCases(), CasePage(items=[row("Første")], next="two"))
    assert "Saksnummer" in (await anext(lines)).decode()
    assert "Første" in (await anext(lines)).decode()
    with pytest.raises(ServiceUnavailable):
        await anext(lines)


async def test_a_refusal_is_an_answer(client: AsyncClient, bus: Bus) -> None:
    bus.answer(ExportCases, RemoteRefusal("InvalidRequest", "invalid"))
    answer = await client.get("/api/v1/cases.csv", headers=by_token("kari"))
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "  ="])
def test_nothing_runs(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless("Storgata 1") == "Storgata 1"
