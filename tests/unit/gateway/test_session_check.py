"""A living session is asked for rarely, an ended one is believed at once."""

from __future__ import annotations

import asyncio

import pytest

from gateway.rpc import RemoteRefusal
from gateway.session.check import SessionCheck
from services.chassis import clock
from services.identity.contract.events.sessions import SessionEnded
from services.identity.contract.operations.sessions import CheckSession
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI

pytestmark = pytest.mark.anyio


@pytest.fixture
def check(bus: Bus) -> SessionCheck:
    bus.open_session("kari", KARI)
    check = SessionCheck(bus)  # type: ignore[arg-type]  # a bus in memory
    bus.events(check.on_event)
    return check


async def test_many_requests_ask_once(check: SessionCheck, bus: Bus) -> None:
    await asyncio.gather(*(check.check("kari", "contractor") for _ in range(20)))
    await check.check("kari", "contractor")
    assert len(bus.of(CheckSession)) == 1


async def test_an_answer_grows_stale(
    check: SessionCheck, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    await check.check("kari", "contractor")
    later = clock.monotonic() + 3.1
    monkeypatch.setattr(clock, "monotonic", lambda: later)
    await check.check("kari", "contractor")
    assert len(bus.of(CheckSession)) == 2


async def test_an_ended_session_is_refused_at_once(check: SessionCheck, bus: Bus) -> None:
    await check.check("kari", "contractor")
    bus.end_session("kari")
    bus.tell(
        SessionEnded(
            person_id="kari", session_id="session-kari", portal="contractor", why="logged_out"
        )
    )
    with pytest.raises(RemoteRefusal, match="SessionEnded"):
        await check.check("kari", "contractor")


async def test_an_open_stream_keeps_no_idle_session_alive(check: SessionCheck, bus: Bus) -> None:
    await check.check("kari", "contractor", passive=True)
    await check.check("kari", "contractor", passive=True)
    await check.check("kari", "contractor")
    assert [asked.request.passive for asked in bus.of(CheckSession)] == [True, False]
