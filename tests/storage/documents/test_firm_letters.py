"""What a registrar decides about a firm is a letter the firm can read."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from services.chassis import clock
from services.chassis.db.transaction import begin
from services.chassis.ids import new_id
from services.chassis.messages import Actor, Envelope, Event
from services.chassis.objects import ObjectStore
from services.documents import operations, reactions
from services.documents.contract.operations import ListDocuments, ListFirmLetters, OpenContent
from services.documents.contract.types import DocumentView
from services.documents.inspector.write_letters import write_next_letter
from services.identity.contract.events.firms import (
    FirmApproved,
    FirmRejected,
    FirmSuspended,
    SuspensionLifted,
)
from services.identity.contract.types.firms import FirmEmails
from tests.storage.documents.stories import (
    CASE,
    ELSEWHERE,
    KARI,
    NOBODY,
    OTHER_UTILITY,
    SIRI,
    STRANGER,
    UTILITY,
    ask,
    created,
    hear,
    submitted,
    told,
)
from tests.storage.documents.test_letters import utility

REGISTRAR = SIRI.model_copy(update={"roles": frozenset({"firm_registrar"})})
READER = KARI.model_copy(update={"roles": frozenset({"reader"})})
FIRM: dict[str, Any] = {
    "firm_id": "firm-1",
    "orgnr": "310529915",
    "name": "Fjell Rør AS",
    "emails": FirmEmails(post="post@fjell.example"),
    "language": "nn",
}
PROFESSIONS = ["rorlegger"]


def decided(event: Event, *, audience: str = "operator") -> None:
    """Identity has told it, with the name of whoever decided."""
    told_by = {"audience": audience, "name": "Frida Forvalter"}
    envelope = Envelope(
        id=new_id(),
        type=event.type_name(),
        source="identity",
        utility=UTILITY,
        aggregate=event.aggregate,
        sequence=1,
        at=clock.now(),
        actor=told_by,
        trace="",
        data=event.model_dump(mode="json"),
    )
    name = event.type_name().partition(".")[0]
    with begin(Actor.system("documents", UTILITY), cause=envelope) as work:
        getattr(reactions, f"on_{name}")(event, work)
    while write_next_letter():
        pass


def letters(actor: Actor = KARI, firm_id: str = "") -> list[DocumentView]:
    """What the actor finds, newest first."""
    return ask(operations.list_firm_letters, ListFirmLetters(firm_id=firm_id), actor).items


def text_of(store: ObjectStore, document: DocumentView, actor: Actor = KARI) -> str:
    opened = ask(operations.open_content, OpenContent(document_id=document.document_id), actor)
    pdf = io.BytesIO(b"".join(store.get(opened.key)))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


@pytest.fixture(autouse=True)
def known(store: ObjectStore) -> None:
    """The utility has told its name."""
    hear(utility())


@pytest.mark.parametrize(
    ("event", "title", "words"),
    [
        (
            FirmApproved(**FIRM, revision=3, professions=PROFESSIONS, note="Velkomne."),
            "Føretaket er godkjent",
            "Velkomne.",
        ),
        (FirmRejected(**FIRM, revision=3, reason="Ikkje i #panic[registeret]."),
         "Føretaket er ikkje godkjent", "Ikkje i #panic[registeret]."),
        (FirmSuspended(**FIRM, revision=3, reason="Ubetalte gebyr."),
         "Føretaket er sperra for innsending", "Ubetalte gebyr."),
        (SuspensionLifted(**FIRM, revision=3), "Sperringa er oppheva", "kan sende inn saker igjen"),
    ],
)  # fmt: skip
def test_each_decision_is_a_letter_in_the_firms_language(
    store: ObjectStore, event: Event, title: str, words: str
) -> None:
    decided(event)
    decided(event)
    (letter,) = letters()
    assert (letter.title, letter.letter, letter.state) == (title, "firm_decision", "accepted")
    assert (letter.filename, letter.journal_number) == ("Vedtak om føretaket.pdf", None)
    text = text_of(store, letter)
    for said in (title, words, "Fjell Rør AS", "310 529 915", "Eksempel kommune"):
        assert said in text
    assert "Frida Forvalter" in text
    assert "Saksnummer" not in text
    assert told() == ["letter_issued.v1"]


def test_the_firm_and_whoever_lets_firms_in_read_them_and_nobody_else(store: ObjectStore) -> None:
    decided(FirmRejected(**FIRM, revision=3, reason="Nei."))
    decided(FirmApproved(**FIRM, revision=5, professions=PROFESSIONS))
    titles = ["Føretaket er godkjent", "Føretaket er ikkje godkjent"]
    for actor in (KARI, READER):
        assert [each.title for each in letters(actor)] == titles
    found = letters(REGISTRAR, "firm-1")
    assert [each.title for each in found] == titles
    assert "Nei." in text_of(store, found[1], REGISTRAR)
    for actor in (STRANGER, ELSEWHERE, SIRI, OTHER_UTILITY, NOBODY):
        assert letters(actor, "firm-1") == []
    assert letters(STRANGER) == []
    assert letters(REGISTRAR) == []


def test_a_firm_known_from_before_was_not_decided_about(store: ObjectStore) -> None:
    del store
    decided(FirmApproved(**FIRM, revision=1, professions=PROFESSIONS), audience="system")
    assert letters() == []


def test_it_stands_in_no_case(store: ObjectStore) -> None:
    del store
    hear(created(), submitted())
    decided(FirmSuspended(**FIRM, revision=2, reason="Ubetalte gebyr."))
    assert ask(operations.list_documents, ListDocuments(case_id=CASE), KARI).items == []
