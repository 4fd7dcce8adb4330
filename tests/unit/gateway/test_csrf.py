"""An unsafe request with a cookie proves that it comes from the portal's own page."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.session.csrf import csrf_token
from services.chassis.messages import Nothing
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.operations.sessions import EndSession
from services.identity.contract.types.login import LoginStep
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_cookie, by_token

pytestmark = pytest.mark.anyio
OTHER = "/api/v1/sessions/other"


@pytest.fixture(autouse=True)
def _signed_in(bus: Bus) -> None:
    bus.open_session("kari", KARI)
    bus.answer(EndSession, Nothing())
    bus.answer(
        BeginLogin, LoginStep(attempt="attempt", next="factor", methods=["sms"], hint="*** ** 815")
    )


async def test_a_cookie_alone_changes_nothing(client: AsyncClient, bus: Bus) -> None:
    answer = await client.delete(OTHER, headers=by_cookie("kari", csrf=False))
    assert (answer.status_code, answer.json()["code"]) == (403, "CsrfFailed")
    assert bus.of(EndSession) == []


async def test_the_token_of_another_session_is_worth_nothing(client: AsyncClient) -> None:
    headers = by_cookie("kari", csrf=False) | {"X-CSRF-Token": csrf_token("another")}
    assert (await client.delete(OTHER, headers=headers)).status_code == 403


async def test_the_own_token_opens(client: AsyncClient) -> None:
    assert (await client.delete(OTHER, headers=by_cookie("kari"))).status_code == 204


async def test_reading_needs_no_token(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/sessions", headers=by_cookie("kari", csrf=False))
    assert answer.status_code == 503  # past the door; identity has no answer in this test


async def test_an_api_client_needs_none(client: AsyncClient) -> None:
    assert (await client.delete(OTHER, headers=by_token("kari"))).status_code == 204


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://operator.localhost:8000"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_another_sites_page_cannot_log_anybody_in(
    client: AsyncClient, headers: dict[str, str]
) -> None:
    body = {"email": "kari@rorlegger.example", "password": "x"}
    answer = await client.post("/api/v1/sessions", json=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "CsrfFailed")


async def test_our_own_page_can(client: AsyncClient) -> None:
    body = {"email": "kari@rorlegger.example", "password": "x"}
    headers = {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}
    answer = await client.post("/api/v1/sessions", json=body, headers=headers)
    assert answer.status_code == 201
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-attempt=attempt;")
    for attribute in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert attribute in cookie
    assert "attempt" not in answer.json()
