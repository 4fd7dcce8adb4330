"""The journal: what the utility puts in it itself, and what of it firms see (R13)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import ColumnElement, select, true

from services.cases.contract.events.firms_on_case import FirmChangedOnCase, PartyAnswered
from services.cases.contract.types.parties import FirmRef
from services.chassis.db.tables import Outbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, NotForYou
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.errors import DocumentNotFound, NothingToFollowUp
from services.documents.contract.operations import (
    GetDocument,
    OpenContent,
    SettleFollowUp,
    StartUpload,
)
from services.documents.contract.types import Entry
from services.documents.inspector.inspect_files import inspect_next_file
from services.documents.store import access
from tests.storage.documents.entries import (
    ARCHIVIST,
    SECRET,
    at_once,
    entered,
    sent,
    shield,
)
from tests.storage.documents.stories import (
    CASE,
    KARI,
    NOON,
    READER,
    SIRI,
    STRANGER,
    SYSTEM,
    about,
    ask,
    created,
    hear,
    journal,
    received,
    submitted,
    told,
    uploaded,
)
from tests.support.inputs import exe_named_pdf, oversized

FJORD = FirmRef(firm_id="firm-2", name="Fjord Rør AS", orgnr="312124718")
FJELL = FirmRef(firm_id="firm-1", name="Fjell Rør AS", orgnr="311153056")
PER = STRANGER
"""Of the other firm."""


def opened_case() -> None:
    """A case in the utility's journal."""
    hear(created(), submitted(), received())


def of_every_kind(store: ObjectStore) -> None:
    """The firm's files, the utility's, internal ones; some of each shielded."""
    opened_case()
    sent(store, "plan.pdf")
    shield(sent(store))
    entered(store, "U", "Svar på spørsmål")
    shield(entered(store, "U").document_id)
    entered(store, "U", shield=at_once())
    entered(store, "N")
    entered(store, "X")


def on_the_case(right: str) -> None:
    """The other firm takes part."""
    facts = about(20, "in_progress", parties={"firm-2": right})
    hear(PartyAnswered(**facts, party=FJORD, role="PRO", accepted=True))


def given_to_another() -> None:
    """The other firm has the case from now on."""
    facts = about(20, "in_progress", formers=["firm-1"])
    hear(FirmChangedOnCase(**{**facts, "firm": FJORD}, former=FJELL, reason="Byttet"))


def less_internal_and_shielded() -> list[str]:
    """What the utility's own list says that firms may see."""
    return [
        document.document_id
        for document in journal(SIRI)
        if document.direction != "internal" and document.shielding is None
    ]


@pytest.mark.parametrize("actor", [KARI, READER])
def test_the_firms_list_is_the_journal_less_internal_and_shielded(
    store: ObjectStore, actor: Actor
) -> None:
    of_every_kind(store)
    seen = journal(actor)
    assert [document.document_id for document in seen] == less_internal_and_shielded()
    assert [document.title for document in seen] == ["plan", "Svar på spørsmål"]
    assert SECRET not in json.dumps([document.model_dump(mode="json") for document in seen])


def test_whoever_else_has_a_right_on_the_case_sees_no_more(store: ObjectStore) -> None:
    of_every_kind(store)
    for right in ("read", "contribute"):
        on_the_case(right)
        assert [each.document_id for each in journal(PER)] == less_internal_and_shielded()


def test_the_rule_stays_when_the_case_changes_firm(store: ObjectStore) -> None:
    of_every_kind(store)
    given_to_another()
    assert [each.document_id for each in journal(PER)] == less_internal_and_shielded()
    assert [each.title for each in journal(KARI)] == ["plan"], "what it sent, less what is shielded"


def test_numbers_are_the_journals_own_and_firms_see_the_gaps(store: ObjectStore) -> None:
    of_every_kind(store)
    assert [each.journal_number for each in journal(SIRI)] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.journal_number for each in journal(KARI)] == [1, 3]


def hidden(store: ObjectStore) -> list[str]:
    """One of each kind no firm sees."""
    opened_case()
    return [
        entered(store, "N").document_id,
        entered(store, "X").document_id,
        shield(entered(store, "U").document_id).document_id,
        shield(sent(store)).document_id,
    ]


def reached_by(actor: Actor, document_id: str) -> list[str]:
    """Every way the actor gets to a document."""
    ways = [each.document_id for each in journal(actor) if each.document_id == document_id]
    for look in (GetDocument(document_id=document_id), OpenContent(document_id=document_id)):
        try:
            ask(getattr(operations, look.operation()), look, actor)
        except DocumentNotFound:
            continue
        ways.append(look.operation())
    return ways


def test_no_firm_reaches_what_is_hidden_by_any_way(store: ObjectStore) -> None:
    documents = hidden(store)
    on_the_case("contribute")
    for document_id in documents:
        assert reached_by(KARI, document_id) == reached_by(PER, document_id) == []
        assert reached_by(SIRI, document_id) == [document_id, "get_document", "open_content"]


def test_without_the_rule_every_way_leads_there(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = hidden(store)
    assert [reached_by(KARI, each) for each in documents] == [[]] * 4

    def open_door() -> ColumnElement[bool]:
        return true()

    monkeypatch.setattr(access, "shown_to_firms", open_door)
    for document_id in documents:
        assert reached_by(KARI, document_id) == [document_id, "get_document", "open_content"]


def test_a_document_put_on_the_case_bears_title_date_and_number(store: ObjectStore) -> None:
    opened_case()
    written = NOON.date()
    entered(store, "U", "Befaringsrapport", dated_on=written)
    [document] = journal(KARI)
    assert (document.title, document.dated_on) == ("Befaringsrapport", written)
    assert (document.journal_type, document.direction) == ("U", "outgoing")
    assert (document.journal_number, document.uploaded_by) == (1, "Siri Saksbehandler")
    assert document.filename == f"{SECRET}.pdf"


def test_firms_are_told_once_when_it_has_passed_inspection(store: ObjectStore) -> None:
    opened_case()
    entry = Entry(journal_type="U", title="Befaringsrapport")
    uploaded(store, oversized(2048), actor=SIRI, entry=entry)
    assert told() == ["document_uploaded.v1"]
    assert journal(KARI) == []
    inspect_next_file()
    inspect_next_file()
    assert told() == ["document_uploaded.v1", "document_accepted.v1", "document_published.v1"]


def test_a_file_of_a_message_is_no_news_of_its_own(store: ObjectStore) -> None:
    opened_case()
    uploaded(store, oversized(2048), actor=SIRI)
    inspect_next_file()
    assert told() == ["document_uploaded.v1", "document_accepted.v1"]


def test_the_utilitys_rejected_file_is_shown_to_no_firm(store: ObjectStore) -> None:
    opened_case()
    uploaded(store, exe_named_pdf(), actor=SIRI, entry=Entry(journal_type="U", title="Rapport"))
    inspect_next_file()
    assert told() == ["document_uploaded.v1", "document_rejected.v1"]
    assert journal(KARI) == []
    [shown] = journal(SIRI)
    assert shown.state == "rejected"
    with begin(SYSTEM) as work:
        said = work.session.scalars(
            select(Outbox.data).where(Outbox.type == "document_rejected.v1")
        ).one()
    assert said["direction"] == "outgoing", "so that nobody writes to the firm"


def outbox() -> str:
    """All that was told to other services."""
    with begin(SYSTEM) as work:
        rows = list(work.session.scalars(select(Outbox.data)))
    return json.dumps(rows, ensure_ascii=False)


@pytest.mark.parametrize(
    "more", [{"journal_type": "N"}, {"journal_type": "X"}, {"shield": at_once()}]
)
def test_of_what_no_firm_sees_neither_title_nor_name_is_told(
    store: ObjectStore, more: dict[str, Any]
) -> None:
    opened_case()
    entered(store, **more)
    assert {*told()} == {"journal_kept.v1"}
    assert SECRET not in outbox()


def test_an_internal_document_waits_until_somebody_followed_it_up(store: ObjectStore) -> None:
    opened_case()
    document_id = entered(store, "N").document_id
    settle = SettleFollowUp(document_id=document_id)
    with pytest.raises(NotForYou):
        ask(operations.settle_follow_up, settle, ARCHIVIST)
    done = ask(operations.settle_follow_up, settle, SIRI)
    assert (done.followed_up_by, done.followed_up_at is not None) == ("Siri Saksbehandler", True)
    with pytest.raises(NothingToFollowUp):
        ask(operations.settle_follow_up, settle, SIRI)
    with pytest.raises(DocumentNotFound):
        ask(operations.settle_follow_up, settle, KARI)


@pytest.mark.parametrize("journal_type", ["U", "X"])
def test_nothing_else_waits_to_be_followed_up(store: ObjectStore, journal_type: Any) -> None:
    opened_case()
    document_id = entered(store, journal_type).document_id
    with pytest.raises(NothingToFollowUp):
        ask(operations.settle_follow_up, SettleFollowUp(document_id=document_id), SIRI)


@pytest.mark.parametrize("actor", [KARI, ARCHIVIST])
def test_who_does_not_handle_the_case_enters_nothing(store: ObjectStore, actor: Actor) -> None:
    opened_case()
    entry = Entry(journal_type="X", title="Notat")
    asked = StartUpload(case_id=CASE, filename="a.pdf", size=10, kind="ANNET", entry=entry)
    with pytest.raises(NotForYou):
        ask(operations.start_upload, asked, actor)


def test_an_entry_has_a_title_and_a_type_of_the_utilitys_own() -> None:
    for wrong in ({"title": "No", "journal_type": "X"}, {"title": "Notat", "journal_type": "I"}):
        with pytest.raises(ValidationError):
            Entry.model_validate(wrong)
