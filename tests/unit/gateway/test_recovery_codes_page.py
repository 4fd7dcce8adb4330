"""Recovery codes are shown once; a reload of that page is no error."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.rpc import RemoteRefusal
from services.identity.contract.operations.factors import MakeRecoveryCodes
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token

pytestmark = pytest.mark.anyio
PATH = "/min-side/sikkerhet/koder"


@pytest.mark.parametrize(("refused", "status"), [("AlreadyDone", 303), ("KeyReused", 409)])
async def test_codes_that_were_shown_before(
    client: AsyncClient, bus: Bus, refused: str, status: int
) -> None:
    bus.open_session("kari", KARI)
    bus.answer(MakeRecoveryCodes, RemoteRefusal(refused, "conflict"))
    answer = await client.post(PATH, data={"key": "k"}, headers=by_token("kari"))
    assert answer.status_code == status
    assert answer.headers.get("location") == (PATH if status == 303 else None)
