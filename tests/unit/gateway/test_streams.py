"""Who is told of what, thinly; and when a stream ends."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from gateway.live.feed import feed
from gateway.live.stream import MOST_WAITING, Stream
from gateway.live.topics import Concern, case_note
from gateway.rpc import RemoteRefusal, ServiceUnavailable
from gateway.session import Caller
from gateway.state import Gateway
from services.cases.contract.events.freezes import FreezeChanged
from services.cases.contract.events.life import CaseCreated
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.parties import FirmRef
from services.chassis import clock
from services.chassis.messages import Actor
from services.documents.contract.events import DocumentUploaded
from services.identity.contract.events.sessions import SessionEnded
from services.identity.contract.operations.sessions import CheckSession
from services.notify.contract.events import IncidentReported
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, OLA, SIGRID

pytestmark = pytest.mark.anyio


@pytest.fixture
def gateway(app: FastAPI) -> Gateway:
    gateway: Gateway = app.state.gateway
    return gateway


async def caller_of(gateway: Gateway, bus: Bus, actor: Actor) -> Caller:
    portal = "operator" if actor.audience == "operator" else "contractor"
    bus.open_session(actor.user_id, actor, portal)
    return Caller(
        services=gateway.services,
        portal=portal,
        default_utility="fjordby",
        language="nb",
        trace="trace",
        key="key",
        address="",
        device="",
        secret=actor.user_id,
        session=await gateway.sessions.check(actor.user_id, portal),
    )


async def stream_of(gateway: Gateway, bus: Bus, actor: Actor) -> Stream:
    return gateway.streams.open(await caller_of(gateway, bus, actor))


def created(status: str = "draft") -> CaseCreated:
    return CaseCreated(
        case_id="case-1",
        revision=1,
        number=None,
        type="RORM",
        type_title={"nb": "Rørleggermelding"},
        title="",
        status=status,
        ball="firm",
        firm=FirmRef(firm_id="firm-1", name="Rør AS", orgnr="311153056"),
        contact=None,
        caseworker=None,
        place="",
    )


def uploaded() -> DocumentUploaded:
    return DocumentUploaded(
        case_id="case-1", document_id="d", filename="a.pdf", kind="FOTO", size=1
    )


async def test_a_draft_is_told_to_its_firm_alone(gateway: Gateway, bus: Bus) -> None:
    kari, ola, sigrid = [await stream_of(gateway, bus, who) for who in (KARI, OLA, SIGRID)]
    bus.tell(created(), sequence=4)
    assert kari.taken() == [case_note("case-1", 4)]
    assert kari.taken() == []
    assert ola.taken() == []
    assert sigrid.taken() == []


async def test_a_submitted_case_is_told_to_the_utility_too(gateway: Gateway, bus: Bus) -> None:
    kari, ola, sigrid = [await stream_of(gateway, bus, who) for who in (KARI, OLA, SIGRID)]
    bus.tell(created("received"))
    assert [len(stream.taken()) for stream in (kari, ola, sigrid)] == [1, 0, 1]


async def test_another_utility_hears_nothing(gateway: Gateway, bus: Bus) -> None:
    elsewhere = SIGRID.model_copy(update={"utility": "ovingsvann"})
    stream = await stream_of(gateway, bus, elsewhere)
    bus.tell(created("received"))
    bus.tell(uploaded())
    bus.tell(IncidentReported(reference="A-222222", severity=1))
    assert (stream.taken(), dict(stream.unresolved)) == ([], {})


async def test_a_burst_about_one_case_is_one_note(gateway: Gateway, bus: Bus) -> None:
    stream = await stream_of(gateway, bus, KARI)
    for sequence in range(1, 6):
        bus.tell(created(), sequence=sequence)
    assert stream.taken() == [case_note("case-1", 5)]


async def test_a_reader_too_slow_is_told_to_fetch_anew(gateway: Gateway, bus: Bus) -> None:
    stream = await stream_of(gateway, bus, KARI)
    for number in range(MOST_WAITING + 1):
        stream.push(case_note(f"case-{number}", 1))
    assert [note.name for note in stream.taken()] == ["resync"]


async def test_a_freeze_is_told_to_all_an_incident_to_staff(gateway: Gateway, bus: Bus) -> None:
    kari, sigrid = [await stream_of(gateway, bus, who) for who in (KARI, SIGRID)]
    now = clock.now()
    bus.tell(
        FreezeChanged(
            freeze_id="f", revision=1, starts_at=now, ends_at=now, blocks=[], reason={},
            state="active",
        )
    )  # fmt: skip
    bus.tell(IncidentReported(reference="A-222222", severity=1))
    assert [note.name for note in kari.taken()] == ["notices"]
    assert [note.name for note in sigrid.taken()] == ["notices", "incident"]


async def test_a_files_case_is_looked_up_once_as_the_subscriber(gateway: Gateway, bus: Bus) -> None:
    """A gateway that has just started has heard nothing of older cases."""
    ola = await stream_of(gateway, bus, OLA)
    bus.answer(GetCase, RemoteRefusal("CaseNotFound", "not_found"))
    bus.tell(uploaded())
    assert list(ola.unresolved) == ["case-1"]
    texts = feed(gateway, ola)
    await opening(texts)
    gateway.streams.learn("case-2", Concern("firm-2", "fjordby", draft=True))
    ola.push(case_note("case-2", 1))
    assert b"case-2" in await anext(texts)
    assert [asked.token for asked in bus.of(GetCase)] == ["token of Kari Rør"]
    await texts.aclose()


async def test_a_case_that_cannot_be_asked_about_now_is_asked_about_later(
    gateway: Gateway, bus: Bus
) -> None:
    kari = await stream_of(gateway, bus, KARI)
    bus.answer(GetCase, ServiceUnavailable("cases"))
    bus.tell(uploaded())
    texts = feed(gateway, kari)
    await opening(texts)
    kari.push(case_note("case-2", 1))
    assert b"case-2" in await anext(texts)
    assert list(kari.unresolved) == ["case-1"]
    await texts.aclose()


async def opening(texts: AsyncIterator[bytes]) -> None:
    """What every stream begins with."""
    assert (await anext(texts)).startswith(b"retry: ")
    assert (await anext(texts)).startswith(b"event: version\ndata: ")


async def test_a_stream_says_why_it_ends(gateway: Gateway, bus: Bus) -> None:
    stream = await stream_of(gateway, bus, KARI)
    texts = feed(gateway, stream)
    await opening(texts)
    bus.tell(
        SessionEnded(
            person_id="kari", session_id="session-kari", portal="contractor", why="logged_out"
        )
    )
    assert await anext(texts) == b'event: end\ndata: {"why": "signed_out"}\n\n'
    assert [text async for text in texts] == []


async def test_a_stream_ends_when_the_session_is_found_dead(gateway: Gateway, bus: Bus) -> None:
    stream = await stream_of(gateway, bus, KARI)
    texts = feed(gateway, stream)
    await opening(texts)
    bus.end_session("kari")
    gateway.sessions.forget("kari", "contractor")
    stream.push(case_note("case-1", 1))
    assert await anext(texts) == b'event: end\ndata: {"why": "signed_out"}\n\n'
    await texts.aclose()


async def test_acting_for_another_firm_ends_the_old_view(gateway: Gateway, bus: Bus) -> None:
    stream = await stream_of(gateway, bus, KARI)
    texts = feed(gateway, stream)
    await opening(texts)
    bus.open_session("kari", KARI.model_copy(update={"firm_id": "firm-9"}))
    gateway.sessions.forget("kari", "contractor")
    stream.push(case_note("case-1", 1))
    assert await anext(texts) == b'event: end\ndata: {"why": "acting_changed"}\n\n'
    await texts.aclose()


async def test_with_identity_away_the_browser_is_sent_to_come_back(
    gateway: Gateway, bus: Bus
) -> None:
    stream = await stream_of(gateway, bus, KARI)
    texts = feed(gateway, stream)
    await opening(texts)
    bus.answer(CheckSession, ServiceUnavailable("identity"))
    gateway.sessions.forget("kari", "contractor")
    stream.push(case_note("case-1", 1))
    assert await anext(texts) == b'event: end\ndata: {"why": "unavailable"}\n\n'
    await texts.aclose()


async def test_a_new_stream_takes_the_old_ones_place(gateway: Gateway, bus: Bus) -> None:
    old = await stream_of(gateway, bus, KARI)
    new = await stream_of(gateway, bus, KARI)
    assert (old.ended, new.ended) == ("replaced", "")
    gateway.streams.close(old)
    bus.tell(created())
    assert new.taken()


async def test_draining_ends_them_all(gateway: Gateway, bus: Bus) -> None:
    streams = [await stream_of(gateway, bus, who) for who in (KARI, OLA, SIGRID)]
    gateway.streams.end_all("draining")
    assert {stream.ended for stream in streams} == {"draining"}
