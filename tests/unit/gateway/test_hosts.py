"""The host name decides the portal, and what exists on it."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from services.identity.contract.operations.firms import FindFirms, ListFirms
from services.identity.contract.types.firms import FirmHits, FirmPage
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, SIGRID, by_cookie, by_token

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("host", ["example.org", "localhost", "localhost:8001", "127.0.0.1:8000"])
async def test_a_strangers_host_is_misdirected(client: AsyncClient, host: str) -> None:
    answer = await client.get("/api/v1/catalogue", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.json()["code"] == "UnknownHost"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_probes_ask_under_any_name(client: AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"Host": "10.0.0.7:8000"})
    assert answer.status_code in (200, 503)


async def test_operator_routes_do_not_exist_on_the_contractor_portal(
    client: AsyncClient, bus: Bus
) -> None:
    bus.open_session("sigrid", SIGRID, "operator")
    answer = await client.get("/api/v1/operator/firms", headers=by_token("sigrid"))
    assert answer.status_code == 404


async def test_firms_routes_do_not_exist_on_the_operator_portal(
    staff_client: AsyncClient, bus: Bus
) -> None:
    bus.open_session("sigrid", SIGRID, "operator")
    answer = await staff_client.get("/api/v1/firm", headers=by_token("sigrid"))
    assert answer.status_code == 404


async def test_a_session_of_one_portal_is_nobody_on_the_other(
    staff_client: AsyncClient, bus: Bus
) -> None:
    bus.open_session("kari", KARI)
    answer = await staff_client.get("/api/v1/operator/firms", headers=by_token("kari"))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_staff_work_on_their_own_portal(staff_client: AsyncClient, bus: Bus) -> None:
    bus.open_session("sigrid", SIGRID, "operator")
    bus.answer(ListFirms, FirmPage(items=[]))
    answer = await staff_client.get("/api/v1/operator/firms", headers=by_token("sigrid"))
    assert answer.status_code == 200
    assert bus.of(ListFirms)[0].token == "token of Sigrid Sak"


async def test_the_host_decides_the_utility(client: AsyncClient, bus: Bus) -> None:
    bus.answer(FindFirms, FirmHits(items=[]))
    for host in ("localhost:8000", "vestvik.localhost:8000"):
        await client.get("/api/v1/firms?q=muffe", headers={"Host": host})
    assert [asked.request.utility for asked in bus.of(FindFirms)] == ["fjordby", "vestvik"]


async def test_another_utility_s_page_is_another_site(client: AsyncClient, bus: Bus) -> None:
    bus.open_session("kari", KARI)
    for host, origin, status in (
        ("vestvik.localhost:8000", "http://vestvik.localhost:8000", 503),
        ("vestvik.localhost:8000", "http://localhost:8000", 403),
    ):
        headers = {**by_cookie("kari"), "Host": host, "Origin": origin}
        answer = await client.patch("/api/v1/me", json={"language": "nn"}, headers=headers)
        assert answer.status_code == status, origin
