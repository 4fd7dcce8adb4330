"""What the gateway refuses itself, before any service is asked."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.rpc import RemoteRefusal, ServiceUnavailable
from services.cases.contract.operations.catalogue import ListCaseTypes
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, SIGRID, by_token

pytestmark = pytest.mark.anyio


async def code(client: AsyncClient, path: str, **headers: str) -> tuple[int, str]:
    """Status and code of what is answered."""
    answer = await client.get(path, headers=headers)
    return answer.status_code, answer.json()["code"]


async def test_a_stranger_is_asked_to_sign_in(client: AsyncClient) -> None:
    assert await code(client, "/api/v1/cases") == (401, "SignInNeeded")


async def test_a_caseworker_is_told_which_role_is_missing(
    staff_client: AsyncClient, bus: Bus
) -> None:
    bus.open_session("sigrid", SIGRID, "operator")
    answer = await staff_client.get("/api/v1/operator/deliveries", headers=by_token("sigrid"))
    assert (answer.status_code, answer.json()["code"]) == (403, "WrongRole")
    assert answer.json()["facts"]["needs"] == ["administrator"]


async def test_a_key_that_cannot_be_one_is_malformed(client: AsyncClient, bus: Bus) -> None:
    bus.open_session("kari", KARI)
    headers = by_token("kari") | {"Idempotency-Key": "with space"}
    assert await code(client, "/api/v1/me", **headers) == (400, "MalformedRequest")


@pytest.mark.parametrize(
    "failure",
    [ServiceUnavailable("cases", retry_after=3), RemoteRefusal("NoSuchOperation", "not_found")],
    ids=["nobody there", "an older service"],
)
async def test_a_part_away_is_out_of_service(
    client: AsyncClient, bus: Bus, failure: Exception
) -> None:
    bus.answer(ListCaseTypes, failure)
    assert await code(client, "/api/v1/catalogue") == (503, "OutOfService")
