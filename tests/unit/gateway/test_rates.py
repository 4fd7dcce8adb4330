"""How often one may ask: closed for what costs, open for emergencies, each caller for itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from httpx import AsyncClient

from gateway.edge.rates import Rate
from gateway.refusals import TooManyRequests
from services.chassis import clock
from services.identity.contract.operations.sessions import CheckSession
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token

pytestmark = pytest.mark.anyio


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """The clock stands still until told."""
    moment = [1000.0]
    monkeypatch.setattr(clock, "monotonic", lambda: moment[0])

    def on(seconds: float) -> None:
        moment[0] += seconds

    return on


def refused(rate: Rate, who: str) -> int:
    """How long to wait, as told."""
    with pytest.raises(TooManyRequests) as said:
        rate.count(who)
    return said.value.retry_after or 0


def test_a_bucket_empties_and_refills_by_the_clock(wait: Callable[[float], None]) -> None:
    rate = Rate(at_once=3, a_minute=6)
    for _ in range(3):
        rate.count("a")
    assert refused(rate, "a") == 11
    rate.count("b")
    wait(10)
    rate.count("a")
    assert refused(rate, "a") == 11
    wait(600)
    for _ in range(3):
        rate.count("a")


def test_what_costs_fails_closed_when_there_are_too_many_to_remember(
    wait: Callable[[float], None],
) -> None:
    rate = Rate(at_once=2, a_minute=1, most=3)
    for who in ("a", "b", "c"):
        rate.count(who)
    rate.count("d")
    rate.count("e")
    assert refused(rate, "f") > 0
    rate.count("a")
    wait(3600)
    rate.count("f")


def test_emergencies_fail_open_when_there_are_too_many_to_remember(
    wait: Callable[[float], None],
) -> None:
    rate = Rate(at_once=2, a_minute=1, most=3, when_full="forget")
    for number in range(50):
        rate.count(f"address {number}")
        rate.count(f"address {number}")


def test_asking_whether_there_is_room_takes_none(wait: Callable[[float], None]) -> None:
    rate = Rate(at_once=1, a_minute=1)
    for _ in range(5):
        rate.ensure_room("a")
    rate.count("a")
    with pytest.raises(TooManyRequests):
        rate.ensure_room("a")


async def test_a_stranger_who_writes_too_often_waits_and_can_still_read(
    client: AsyncClient, wait: Callable[[float], None]
) -> None:
    said = [(await client.post("/api/v1/sessions", json={})).status_code for _ in range(61)]
    assert said == [422] * 60 + [429]
    refused = await client.post("/api/v1/sessions", json={})
    assert (refused.json()["code"], refused.headers["retry-after"]) == ("TooManyRequests", "2")
    assert (await client.get("/api/v1/problems/CaseNotFound")).status_code == 200
    wait(2)
    assert (await client.post("/api/v1/sessions", json={})).status_code == 422


async def test_an_emergency_is_taken_although_the_address_has_asked_for_too_much(
    client: AsyncClient, wait: Callable[[float], None]
) -> None:
    for _ in range(61):
        await client.post("/api/v1/sessions", json={})
    report = {
        "place": {"text": "Kaien"},
        "description": "Vann i gata",
        "severity": 1,
        "reporter": {"name": "Ola", "phone": "+4791234567", "role": "subscriber"},
    }
    assert (await client.post("/api/v1/emergencies", json=report)).status_code == 201


async def test_guessed_secrets_stop_being_asked_about_and_the_signed_in_go_on(
    client: AsyncClient, bus: Bus, wait: Callable[[float], None]
) -> None:
    bus.open_session("kari", KARI)
    assert (await client.get("/api/v1/me", headers=by_token("kari"))).status_code == 503
    said = [
        (await client.get("/api/v1/me", headers=by_token(f"guess {n}"))).status_code
        for n in range(100)
    ]
    assert said == [401] * 30 + [429] * 70
    assert len(bus.of(CheckSession)) == 31
    assert (await client.get("/api/v1/me", headers=by_token("kari"))).status_code == 503
