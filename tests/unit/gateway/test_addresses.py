"""Addresses are looked up at Kartverket, and nobody waits long for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from gateway.addresses.answer import AddressQuery
from gateway.addresses.kartverket import PAUSE_SECONDS, Kartverket
from gateway.settings import GatewaySettings
from services.chassis import clock
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token
from tests.unit.sandbox.outside import Sandbox

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def outside() -> Iterator[Sandbox]:
    sandbox = Sandbox(portal_url="http://localhost:1")
    yield sandbox
    sandbox.close()


@pytest.fixture
def sandbox(outside: Sandbox) -> Sandbox:
    outside.fault("all", "none")
    return outside


@pytest.fixture
def settings(settings: GatewaySettings, sandbox: Sandbox) -> GatewaySettings:
    return settings.model_copy(
        update={"addresses_url": f"{sandbox.http.base_url}/adresser/v1", "addresses_seconds": 0.6}
    )


@pytest.fixture
def register(settings: GatewaySettings) -> Kartverket:
    return Kartverket(settings.addresses_url, settings.addresses_seconds)


async def test_a_client_finds_the_property_of_an_address(
    client: AsyncClient, app: FastAPI, bus: Bus
) -> None:
    bus.open_session("kari", KARI)
    answer = await client.get(
        "/api/v1/addresses", params={"q": "eksempelveien 14"}, headers=by_token("kari")
    )
    assert answer.status_code == 200, answer.text
    (hit,) = answer.json()["items"]
    assert hit["property"] == {
        "kommunenr": "4601",
        "gnr": 164,
        "bnr": 123,
        "fnr": 0,
        "snr": 0,
        "address": "Eksempelveien 14",
    }
    assert (hit["postcode"], hit["town"], answer.json()["source"]) == (
        "5003",
        "FJORDBY",
        "kartverket",
    )


@pytest.mark.parametrize(
    "query",
    [{}, {"q": " *"}, {"gnr": 1, "bnr": 2}, {"lat": 60}, {"kommunenr": "46", "gnr": 1, "bnr": 1}],
)
async def test_half_a_question_is_refused(
    client: AsyncClient, bus: Bus, query: dict[str, Any]
) -> None:
    bus.open_session("kari", KARI)
    answer = await client.get("/api/v1/addresses", params=query, headers=by_token("kari"))
    assert (answer.status_code, answer.json()["code"]) == (422, "InvalidRequest")


async def test_a_stranger_gets_no_free_look_ups(client: AsyncClient) -> None:
    assert (await client.get("/api/v1/addresses", params={"q": "x"})).status_code == 401


async def test_what_is_half_written_is_found_by_its_beginning(register: Kartverket) -> None:
    assert (await register.find(AddressQuery(q="Grøftebr"))).total == 4
    by_number = await register.find(AddressQuery(kommunenr="4601", gnr=164, bnr=500))
    assert [hit.address for hit in by_number.items] == ["Stikkledningen 1", "Stikkledningen 3"]
    near = await register.find(AddressQuery(lat=60.3921, lon=5.3243, radius=30))
    assert near.items[0].metres == 0.0


@pytest.mark.parametrize("mode", ["429", "500", "hang"])
async def test_when_it_is_away_that_is_said_soon_and_it_is_left_alone(
    register: Kartverket, sandbox: Sandbox, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.fault("addresses", mode, count=1)
    assert (await register.find(AddressQuery(q="Eksempelveien 14"))).source == "unavailable"
    sandbox.fault("addresses", "none")
    assert (await register.find(AddressQuery(q="Eksempelveien 14"))).source == "unavailable"
    later = time.monotonic() + PAUSE_SECONDS
    monkeypatch.setattr(clock, "monotonic", lambda: later)
    assert (await register.find(AddressQuery(q="Eksempelveien 14"))).source == "kartverket"


async def test_an_answer_that_makes_no_sense_is_no_answer() -> None:
    nowhere = Kartverket("http://127.0.0.1:1/adresser/v1", 0.5)
    assert (await nowhere.find(AddressQuery(q="Eksempelveien"))).source == "unavailable"
