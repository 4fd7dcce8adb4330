"""The banner follows the freeze: before with a countdown, during, and then gone (R82)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from httpx import AsyncClient

from services.cases.contract.operations.catalogue import ListCaseTypes
from services.cases.contract.operations.freezes import GetNotices
from services.cases.contract.types.catalogue import Catalogue
from services.cases.contract.types.freezes import FreezeView, FreezeWindows
from services.chassis.clock import OSLO
from tests.unit.gateway.bus import Bus

pytestmark = pytest.mark.anyio
STARTS = datetime(2023, 2, 24, tzinfo=OSLO)
ENDS = datetime(2023, 3, 13, tzinfo=OSLO)


def freeze(state: Any) -> FreezeWindows:
    """The source text's freeze."""
    view = FreezeView(
        freeze_id="f",
        utility="fjordby",
        starts_at=STARTS,
        ends_at=ENDS,
        blocks=["new_cases"],
        reason={"nb": "Overgang til ny portal", "nn": "Overgang til ny portal", "en": "New portal"},
        state=state,
    )
    return FreezeWindows(items=[view])


@pytest.mark.parametrize("path", ["/varsler", "/katalog"])
@pytest.mark.parametrize(
    "shown",
    [("announced", STARTS, "Stenger om"), ("active", ENDS, "Åpner om")],
    ids=lambda shown: shown[0],
)
async def test_anybody_reads_it_and_how_long_there_is_left(
    client: AsyncClient, bus: Bus, path: str, shown: tuple[str, datetime, str]
) -> None:
    state, counts_to, words = shown
    bus.answer(GetNotices, freeze(state))
    bus.answer(ListCaseTypes, Catalogue(items=[]))
    answer = await client.get(path, headers={"Accept-Language": "nb"})
    assert answer.status_code == 200, answer.text
    page = answer.text
    assert "Overgang til ny portal" in page
    assert f'data-countdown="{counts_to.isoformat()}"' in page
    assert words in page
    assert "13. mars 2023" in page, "when it opens stands in both"


@pytest.mark.parametrize("state", ["planned", "ended", "cancelled"])
async def test_what_is_not_announced_or_over_has_no_banner(
    client: AsyncClient, bus: Bus, state: str
) -> None:
    bus.answer(GetNotices, freeze(state))
    page = (await client.get("/varsler")).text
    assert "Overgang til ny portal" not in page
    assert "data-countdown" not in page
