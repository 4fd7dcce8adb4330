"""What documents keeps of one person, and the trail of files and of who read them."""

from __future__ import annotations

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import NotForYou
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.operations import ExportMine, ListDeeds, ListTrail, OpenContent
from services.documents.inspector.inspect_files import inspect_next_file
from tests.storage.documents.entries import lift, shield
from tests.storage.documents.stories import (
    ADMINISTRATOR,
    CASE,
    ELSEWHERE,
    KARI,
    NUMBER,
    READER,
    SIRI,
    STRANGER,
    announce,
    ask,
    created,
    hear,
    submitted,
    uploaded,
)
from tests.support.inputs import oversized

AUDITOR = SIRI.model_copy(update={"user_id": "rita", "roles": frozenset({"auditor"})})


@pytest.fixture
def document_id(store: ObjectStore) -> str:
    """A plan Kari sent and read, in a case that was sent in; and an upload that came to nothing."""
    hear(created())
    document = uploaded(store, oversized(2048), "kumkort.pdf")
    inspect_next_file()
    announce(b"%PDF-1.7 never sent", "glemt.pdf")
    hear(submitted())
    ask(operations.open_content, OpenContent(document_id=document.document_id), KARI)
    return document.document_id


def test_a_person_takes_out_what_they_sent_and_read(document_id: str) -> None:
    entries = ask(operations.export_mine, ExportMine(), KARI).items
    [file] = [entry for entry in entries if entry.what == "file"]
    assert (file.about, file.details["filename"]) == (NUMBER, "kumkort.pdf")
    assert file.details["sha256"]
    [upload] = [entry for entry in entries if entry.what == "upload"]
    assert upload.details["filename"] == "glemt.pdf"
    did = [entry.details["tag"] for entry in entries if entry.what == "deed"]
    assert {"document_uploaded.v1", "document_read"} <= set(did)
    for other in (READER, STRANGER, ELSEWHERE, SIRI):
        assert ask(operations.export_mine, ExportMine(), other).items == []
    paged = ask(operations.export_mine, ExportMine(limit=1), KARI)
    after = ask(operations.export_mine, ExportMine(cursor=paged.next or "", limit=200), KARI)
    assert [*paged.items, *after.items] == entries


def test_what_is_shielded_is_not_taken_out_by_who_sent_it(document_id: str) -> None:
    shield(document_id)
    entries = ask(operations.export_mine, ExportMine(), KARI).items
    assert [entry for entry in entries if entry.what == "file"] == []
    assert "kumkort.pdf" not in str(entries)
    lift(document_id)
    assert "kumkort.pdf" in str(ask(operations.export_mine, ExportMine(), KARI).items)


def test_one_sees_what_one_did(document_id: str) -> None:
    found = ask(operations.list_deeds, ListDeeds(), KARI)
    assert found.items[0].tag == "document_read"
    assert {chain.name for chain in found.chains} == {NUMBER}
    assert ask(operations.list_deeds, ListDeeds(), READER).items == []


def test_the_trail_of_files_and_reads_is_for_auditor_and_administrator(document_id: str) -> None:
    for reader in (AUDITOR, ADMINISTRATOR):
        found = ask(operations.list_trail, ListTrail(limit=100), reader)
        assert {chain.chain for chain in found.chains} == {f"case:{CASE}", f"reads:{CASE}"}
        assert {(chain.name, chain.state) for chain in found.chains} == {(NUMBER, "whole")}
    reads = ask(operations.list_trail, ListTrail(stream="tries"), AUDITOR).items
    assert [(entry.tag, entry.actor_id) for entry in reads] == [("document_read", KARI.user_id)]
    with pytest.raises(NotForYou), begin(SIRI) as work:
        operations.list_trail(ListTrail(), work)


def test_the_files_of_a_draft_are_not_in_the_utilitys_trail(store: ObjectStore) -> None:
    hear(created())
    uploaded(store, b"%PDF-1.7 plan", "hemmelig.pdf")
    assert ask(operations.list_trail, ListTrail(limit=100), AUDITOR).items == []
    hear(submitted())
    found = ask(operations.list_trail, ListTrail(limit=100), AUDITOR).items
    assert [entry.tag for entry in found] == ["document_uploaded.v1"]
