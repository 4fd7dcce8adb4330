"""Open streams follow who is on a case: a firm that loses it hears so once, and nothing after."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from gateway.live.feed import feed
from gateway.live.topics import case_note
from gateway.state import Gateway
from services.cases.contract.events.dialogue import MessageSent, NoteWritten
from services.cases.contract.events.firms_on_case import (
    FirmChangedOnCase,
    PartyAnswered,
    PartyEnded,
)
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.documents.contract.events import DocumentShielded, JournalKept
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, OLA, SIGRID
from tests.unit.gateway.test_streams import created, opening, stream_of, uploaded

pytestmark = pytest.mark.anyio
RIVAL = FirmRef(firm_id="firm-2", name="Rival AS", orgnr="312124718")
OWN = FirmRef(firm_id="firm-1", name="Rør AS", orgnr="311153056")
BY = PersonRef(person_id="kari", name="Kari Rør")


@pytest.fixture
def gateway(app: FastAPI) -> Gateway:
    gateway: Gateway = app.state.gateway
    return gateway


def about(**more: Any) -> dict[str, Any]:
    return {**created("in_progress").model_dump(), **more}


def accepted() -> PartyAnswered:
    said = about(parties={"firm-2": "read"}, party=RIVAL, role="PRO", accepted=True)
    return PartyAnswered(**said)


async def test_a_firm_hears_of_a_case_while_it_is_on_it(gateway: Gateway, bus: Bus) -> None:
    kari, ola = [await stream_of(gateway, bus, who) for who in (KARI, OLA)]
    bus.tell(created("in_progress"), sequence=1)
    assert ola.taken() == []
    bus.tell(accepted(), sequence=2)
    bus.tell(uploaded(), sequence=3)
    assert ola.taken() == [case_note("case-1", 3)]
    bus.tell(PartyEnded(**about(party=RIVAL, role="PRO")), sequence=4)
    assert ola.taken() == [case_note("case-1", 4)], "its open page is not left as it was"
    bus.tell(uploaded(), sequence=5)
    assert ola.taken() == []
    assert kari.taken() == [case_note("case-1", 5)]


async def test_the_former_firm_hears_that_it_lost_the_case_and_no_more(
    gateway: Gateway, bus: Bus
) -> None:
    kari, ola = [await stream_of(gateway, bus, who) for who in (KARI, OLA)]
    bus.tell(created("in_progress"), sequence=1)
    bus.tell(FirmChangedOnCase(**about(firm=RIVAL, former=OWN, reason="Byttet")), sequence=2)
    assert kari.taken() == [case_note("case-1", 2)]
    bus.tell(uploaded(), sequence=3)
    said = about(firm=RIVAL, message_id="m", kind="question", side="firm", by=BY)
    bus.tell(MessageSent(**said), sequence=4)
    assert kari.taken() == []
    assert ola.taken() == [case_note("case-1", 4)]


async def test_a_former_firms_page_teaches_nobody_whose_case_it_is(
    gateway: Gateway, bus: Bus
) -> None:
    """What a former firm is shown bears its own name; the case is another's."""
    kari = await stream_of(gateway, bus, KARI)
    seen = {"standing": "former", "firm": OWN, "utility": "fjordby", "status": "in_progress"}
    bus.answer(GetCase, CaseView.model_construct(**seen))
    bus.tell(uploaded(), sequence=3)
    texts = feed(gateway, kari)
    await opening(texts)
    kari.push(case_note("case-2", 1))
    assert b"case-2" in await anext(texts)
    bus.tell(uploaded(), sequence=4)
    assert (kari.taken(), list(kari.unresolved)) == ([], ["case-1"]), "still nobody's"
    await texts.aclose()


async def test_an_internal_note_reaches_staff_alone(gateway: Gateway, bus: Bus) -> None:
    kari, sigrid = [await stream_of(gateway, bus, who) for who in (KARI, SIGRID)]
    bus.tell(created("in_progress"), sequence=1)
    kari.taken(), sigrid.taken()
    bus.tell(NoteWritten(case_id="case-1", message_id="m", by=BY), sequence=2)
    assert kari.taken() == []
    assert sigrid.taken() == [case_note("case-1", 2)]


async def test_what_no_firm_sees_of_a_journal_reaches_staff_alone(
    gateway: Gateway, bus: Bus
) -> None:
    kari, sigrid = [await stream_of(gateway, bus, who) for who in (KARI, SIGRID)]
    bus.tell(created("in_progress"), sequence=1)
    kari.taken(), sigrid.taken()
    kept = {"case_id": "case-1", "document_id": "d", "journal_type": "X", "what": "accepted"}
    bus.tell(JournalKept.model_validate(kept), sequence=2)
    assert kari.taken() == list(kari.unresolved) == []
    assert sigrid.taken() == [case_note("case-1", 2)]


async def test_a_firm_hears_that_a_document_was_shielded_to_fetch_its_page_anew(
    gateway: Gateway, bus: Bus
) -> None:
    kari = await stream_of(gateway, bus, KARI)
    bus.tell(created("in_progress"), sequence=1)
    kari.taken()
    said = {"document_id": "d", "filename": "f", "kind": "ANNET", "revision": 1}
    ground = {"media_type": None, "basis": "SIKRING", "reason": "Fordi"}
    bus.tell(DocumentShielded(case_id="case-1", **said, **ground), sequence=2)
    assert kari.taken() == [case_note("case-1", 2)], "thin: no name, no ground"
