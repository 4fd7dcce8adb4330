"""Events become letters, once each, however often and in whatever order they come."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update

from services.chassis.db.transaction import begin
from services.chassis.messages import Envelope, Event
from services.chassis.objects import ObjectStore, content_key
from services.documents import operations, reactions
from services.documents.contract.operations import OpenContent
from services.documents.inspector import write_letters
from services.documents.inspector.write_letters import write_next_letter
from services.documents.letters import Letter
from services.documents.model import LetterJob
from services.identity.contract.events.firms import FirmApproved, FirmRegistered
from services.identity.contract.events.utilities import UtilityConfigured
from tests.storage.documents.stories import (
    KARI,
    SIRI,
    SYSTEM,
    UTILITY,
    ask,
    created,
    decision_recorded,
    hear,
    information_requested,
    journal,
    received,
    statement_given,
    submitted,
    told,
    uploaded,
)
from tests.support.inputs import oversized

FIRM = {
    "firm_id": "firm-1",
    "orgnr": "310529915",
    "name": "Fjell Rør AS",
    "professions": ["rorlegger"],
    "emails": {"post": "post@fjell.example"},
}


def utility(name: str = "Eksempel kommune") -> UtilityConfigured:
    return UtilityConfigured(
        utility_id=UTILITY,
        name=name,
        short_name="Eksempel",
        duty_phone="+4712345678",
        training=False,
    )


def text_of(store: ObjectStore, document_id: str) -> str:
    opened = ask(operations.open_content, OpenContent(document_id=document_id))
    pdf = io.BytesIO(b"".join(store.get(opened.key)))
    return " ".join(" ".join(p.extract_text() for p in PdfReader(pdf).pages).split())


def due_again() -> None:
    with begin(SYSTEM) as work:
        work.session.execute(update(LetterJob).values(leased_until=work.now))


@pytest.fixture(autouse=True)
def known(store: ObjectStore) -> None:
    """The utility, and a case that has been sent in."""
    hear(utility(), created(), submitted())


def test_the_receipt_stands_in_the_journal(store: ObjectStore) -> None:
    uploaded(store, oversized(2048))
    hear(received())

    assert (write_next_letter(), write_next_letter()) == (1, 0)
    paper, letter = journal()
    assert letter.filename == "Kvittering VA-2023-000123.pdf"
    assert (letter.state, letter.direction, letter.letter) == ("accepted", "outgoing", "receipt")
    assert (paper.journal_number, letter.journal_number) == (1, 2)
    assert letter.uploaded_by == "Eksempel kommune"
    assert "Sone sør" in text_of(store, letter.document_id)
    assert told()[-1] == "letter_issued.v1"
    assert journal(SIRI) == [paper, letter]


@pytest.mark.parametrize(
    ("event", "letter", "says"),
    [
        (information_requested("Hva er #panic[dette]?"), "deficiency", "Hva er #panic[dette]?"),
        (decision_recorded(), "decision", "Med vennlig hilsen Arne Godkjenner"),
        (statement_given(), "statement", "Det er kapasitet."),
    ],
)
def test_each_event_has_its_letter(
    store: ObjectStore, event: Event, letter: str, says: str
) -> None:
    hear(event)
    write_next_letter()

    (document,) = journal()
    assert document.letter == letter
    assert says in text_of(store, document.document_id)


def test_a_letter_that_grows_goes_out_anew_with_what_is_open(store: ObjectStore) -> None:
    first = information_requested("Det første")
    answered = first.items[0].model_copy(update={"state": "answered"})
    joined = first.items[0].model_copy(update={"item_id": "i2", "number": 2, "text": "Det andre"})
    hear(first, first.model_copy(update={"revision": 6, "items": [answered, joined]}))
    while write_next_letter():
        pass

    _, second = journal()
    assert "Det andre" in text_of(store, second.document_id)
    assert "Det første" not in text_of(store, second.document_id)


def test_an_event_heard_again_orders_no_second_letter(store: ObjectStore) -> None:
    for _ in range(3):
        hear(received(), decision_recorded())
        while write_next_letter():
            pass

    assert [d.letter for d in journal()] == ["receipt", "decision"]
    assert told() == ["letter_issued.v1"] * 2


def test_a_letter_waits_for_its_letterhead(store: ObjectStore) -> None:
    elsewhere = {"utility": "utility-9"}
    event = received().model_copy(update={"case_id": "case-9"})
    hear(event, **elsewhere)

    assert write_next_letter() == 0
    known_now = utility().model_copy(update={"utility_id": "utility-9"})
    hear(known_now)
    assert write_next_letter() == 1


def test_killed_between_object_and_row_it_is_written_once(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    hear(received())
    with monkeypatch.context() as patched:
        patched.setattr(write_letters, "_enter", die)
        with pytest.raises(Killed):
            write_next_letter()
    assert journal() == []
    assert write_next_letter() == 0, "the dead one's lease still runs"

    due_again()
    assert write_next_letter() == 1
    assert len(journal()) == 1


def test_two_writers_of_one_letter_enter_it_once(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear(received())
    enter = write_letters._enter

    def overtaken(claim: write_letters.Claim, letter: Letter) -> bool:
        due_again()
        with monkeypatch.context() as inner:
            inner.setattr(write_letters, "_enter", enter)
            write_next_letter()
        return enter(claim, letter)

    with monkeypatch.context() as patched:
        patched.setattr(write_letters, "_enter", overtaken)
        write_next_letter()

    assert len(journal()) == 1
    assert told() == ["letter_issued.v1"]
    assert store.head(content_key(journal()[0].sha256)) is not None


def test_a_letter_that_cannot_be_written_is_tried_again_and_lets_others_pass(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError

    hear(received())
    with monkeypatch.context() as patched:
        patched.setattr(write_letters, "write", broken)
        assert write_next_letter() == 1
    hear(decision_recorded())
    assert write_next_letter() == 1
    assert [d.letter for d in journal()] == ["decision"]

    due_again()
    assert write_next_letter() == 1
    assert [d.letter for d in journal()] == ["decision", "receipt"]


@pytest.mark.parametrize(
    ("first", "then", "filename"),
    [
        (("nn", 1), None, "Kvittering VA-2023-000123.pdf"),
        (("en", 2), ("nn", 1), "Receipt VA-2023-000123.pdf"),
        (("nb", 1), ("en", 2), "Receipt VA-2023-000123.pdf"),
    ],
)
def test_the_letter_is_in_the_firms_language(
    store: ObjectStore, first: tuple[str, int], then: tuple[str, int] | None, filename: str
) -> None:
    hear(FirmRegistered(**FIRM, municipality="Bergen", language=first[0], revision=first[1]))
    if then:
        hear(FirmApproved(**FIRM, language=then[0], revision=then[1]))
    hear(received())
    write_next_letter()

    assert journal()[0].filename == filename


def test_an_older_name_of_the_utility_does_not_come_back(store: ObjectStore) -> None:
    for sequence, name in ((8, "Nytt navn"), (7, "Gammelt navn")):
        with begin(SYSTEM) as work:
            work.cause = Envelope(
                id=str(sequence),
                type="utility_configured.v1",
                source="identity",
                utility=UTILITY,
                aggregate=UTILITY,
                sequence=sequence,
                at=work.now,
                actor={},
                trace="",
                data={},
            )
            reactions.on_utility_configured(utility(name), work)
    hear(received())
    write_next_letter()

    assert journal(KARI)[0].uploaded_by == "Nytt navn"


def test_the_firms_words_stay_out_of_the_order_of_another_case(store: ObjectStore) -> None:
    hear(received(), information_requested("Bare her"))
    with begin(SYSTEM) as work:
        jobs = work.session.scalars(select(LetterJob).order_by(LetterJob.revision)).all()

    assert [job.letter for job in jobs] == ["receipt", "deficiency"]
    assert "Bare her" not in str(jobs[0].content)
