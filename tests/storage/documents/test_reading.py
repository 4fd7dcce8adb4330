"""Who may see a case's documents, and what is noted of it."""

from __future__ import annotations

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.errors import CaseUnknown, DocumentNotFound, NotAccepted
from services.documents.contract.operations import GetDocument, ListDocuments, OpenContent
from services.documents.inspector.inspect_files import inspect_next_file
from services.documents.store import access
from tests.storage.documents.stories import (
    CASE,
    ELSEWHERE,
    KARI,
    NOBODY,
    OTHER_UTILITY,
    READER,
    SIRI,
    STRANGER,
    SYSTEM,
    ask,
    created,
    hear,
    sha256,
    submitted,
    trail,
    uploaded,
)
from tests.support.inputs import exe_named_pdf, oversized

FOREIGN = [STRANGER, ELSEWHERE, OTHER_UTILITY, NOBODY, SYSTEM]


def document_id_of_an_accepted(store: ObjectStore) -> str:
    document = uploaded(store, oversized(2048))
    inspect_next_file()
    return document.document_id


@pytest.mark.parametrize("actor", [KARI, READER, SIRI])
def test_the_firm_and_the_utility_read(store: ObjectStore, actor: Actor) -> None:
    hear(created(), submitted())
    document_id = document_id_of_an_accepted(store)

    assert len(ask(operations.list_documents, ListDocuments(case_id=CASE), actor).items) == 1
    view = ask(operations.get_document, GetDocument(document_id=document_id), actor)
    opened = ask(operations.open_content, OpenContent(document_id=document_id), actor)
    assert view.state == "accepted"
    assert view.inspected_at is not None
    assert b"".join(store.get(opened.key)) == oversized(2048)
    assert (opened.size, opened.sha256) == (2048, sha256(oversized(2048)))
    assert (opened.media_type, opened.filename) == ("application/pdf", "plan.pdf")


@pytest.mark.parametrize("actor", FOREIGN)
def test_strangers_are_told_that_there_is_nothing(store: ObjectStore, actor: Actor) -> None:
    hear(created(), submitted())
    document_id = document_id_of_an_accepted(store)

    with pytest.raises(CaseUnknown):
        ask(operations.list_documents, ListDocuments(case_id=CASE), actor)
    with pytest.raises(DocumentNotFound):
        ask(operations.get_document, GetDocument(document_id=document_id), actor)
    with pytest.raises(DocumentNotFound):
        ask(operations.open_content, OpenContent(document_id=document_id), actor)
    assert trail("document_read") == []


def test_the_utility_does_not_see_a_draft(store: ObjectStore) -> None:
    hear(created())
    document_id = document_id_of_an_accepted(store)

    with pytest.raises(DocumentNotFound):
        ask(operations.get_document, GetDocument(document_id=document_id), SIRI)


def test_without_firm_or_utility_nothing_is_one_s_own() -> None:
    """An empty id in a token must not match an empty id in a row."""
    for actor in (
        KARI.model_copy(update={"firm_id": ""}),
        KARI.model_copy(update={"utility": ""}),
        SIRI.model_copy(update={"utility": ""}),
    ):
        assert str(access.visible_to(actor)) == "false"


@pytest.mark.parametrize("inspected", [False, True])
def test_what_is_not_accepted_is_not_opened(store: ObjectStore, inspected: bool) -> None:
    hear(created())
    document = uploaded(store, exe_named_pdf())
    if inspected:
        inspect_next_file()

    with pytest.raises(NotAccepted) as refused:
        ask(operations.open_content, OpenContent(document_id=document.document_id))
    assert refused.value.facts == {"state": "rejected" if inspected else "quarantined"}


def test_every_read_is_noted_with_who_and_what(store: ObjectStore) -> None:
    hear(created(), submitted())
    document_id = document_id_of_an_accepted(store)
    for actor in (KARI, SIRI):
        ask(operations.open_content, OpenContent(document_id=document_id), actor)

    entries = sorted(trail("document_read"), key=lambda entry: entry.position)
    assert [entry.actor["user_id"] for entry in entries] == ["kari", "siri"]
    assert {entry.facts["document_id"] for entry in entries} == {document_id}
    assert {entry.chain for entry in entries} == {f"reads:{CASE}"}


def test_an_unknown_case_and_document_are_not_found(store: ObjectStore) -> None:
    with begin(KARI) as work, pytest.raises(CaseUnknown):
        operations.list_documents(ListDocuments(case_id="none"), work)
    with begin(KARI) as work, pytest.raises(DocumentNotFound):
        operations.get_document(GetDocument(document_id="none"), work)
