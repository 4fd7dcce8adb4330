"""A file's way from announcement to quarantine."""

from __future__ import annotations

import pytest

from services.cases.contract.events.life import CaseAssigned
from services.chassis.messages import Actor, InvalidRequest, NotForYou
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.errors import (
    CaseUnknown,
    FileEmpty,
    FileTooLarge,
    FileTypeNotAllowed,
    PartsMissing,
    UploadNotFound,
    UploadNotOpen,
)
from services.documents.contract.operations import GetUpload
from services.documents.contract.parts import PART_SIZE, part_key
from services.documents.contract.types import UploadView
from services.documents.inspector.inspect_files import inspect_next_file
from tests.storage.documents.stories import (
    ELSEWHERE,
    KARI,
    NOBODY,
    OTHER_UTILITY,
    READER,
    SIRI,
    STRANGER,
    about,
    announce,
    ask,
    complete,
    created,
    hear,
    journal,
    later,
    received,
    send,
    sha256,
    submitted,
    told,
    uploaded,
)
from tests.support.inputs import oversized

PAPER = b"%PDF-1.7 noe"
TWO_AND_A_HALF_PARTS = b"v" * (2 * PART_SIZE + PART_SIZE // 2)


def look(upload: UploadView) -> UploadView:
    return ask(operations.get_upload, GetUpload(upload_id=upload.upload_id))


def test_a_file_arrives_in_parts_and_is_put_in_quarantine(store: ObjectStore) -> None:
    hear(created())
    upload = announce(TWO_AND_A_HALF_PARTS, "..\\Situasjonsplan å.pdf", kind="SITUASJONSPLAN")
    assert (upload.filename, upload.parts, upload.arrived) == ("Situasjonsplan å.pdf", 3, [])

    send(store, upload, TWO_AND_A_HALF_PARTS)
    document = complete(upload, sha256=sha256(TWO_AND_A_HALF_PARTS))

    assert document.state == "quarantined"
    assert (document.title, document.kind) == ("Situasjonsplan å", "SITUASJONSPLAN")
    assert (document.direction, document.uploaded_by) == ("incoming", "Kari Nordmann")
    assert journal() == [document]
    assert told() == ["document_uploaded.v1"]


def test_an_interrupted_upload_goes_on_where_it_stopped(store: ObjectStore) -> None:
    hear(created())
    upload = announce(TWO_AND_A_HALF_PARTS)
    send(store, upload, TWO_AND_A_HALF_PARTS, 1, 3)

    assert look(upload).arrived == [1, 3]
    with pytest.raises(PartsMissing) as refused:
        complete(upload)
    assert refused.value.facts == {"missing": [2]}

    send(store, upload, TWO_AND_A_HALF_PARTS, 2)
    assert look(upload).arrived == [1, 2, 3]
    assert complete(upload).state == "quarantined"


def test_a_part_of_another_size_has_not_arrived(store: ObjectStore) -> None:
    hear(created())
    upload = announce(PAPER)
    store.put(part_key(upload.upload_id, 1), [PAPER, b"for mye"])

    assert look(upload).arrived == []
    with pytest.raises(PartsMissing):
        complete(upload)


def test_completing_twice_makes_one_document(store: ObjectStore) -> None:
    hear(created())
    upload = announce(PAPER)
    send(store, upload, PAPER)

    assert complete(upload) == complete(upload)
    assert look(upload).document_id == journal()[0].document_id
    assert len(journal()) == 1
    assert told() == ["document_uploaded.v1"]


def test_two_promises_that_differ_are_refused(store: ObjectStore) -> None:
    hear(created())
    upload = announce(PAPER, sha256=sha256(PAPER))
    send(store, upload, PAPER)

    with pytest.raises(InvalidRequest):
        complete(upload, sha256=sha256(b"annet"))
    assert complete(upload).sha256 == sha256(PAPER)


def test_a_case_not_heard_of_is_unknown_until_it_is(store: ObjectStore) -> None:
    with pytest.raises(CaseUnknown):
        announce(PAPER)

    hear(created())
    announce(PAPER)


@pytest.mark.parametrize("actor", [STRANGER, ELSEWHERE, SIRI, OTHER_UTILITY, NOBODY])
def test_a_draft_is_unknown_to_all_but_its_firm(store: ObjectStore, actor: Actor) -> None:
    hear(created())

    with pytest.raises(CaseUnknown):
        announce(PAPER, actor=actor)


def test_who_only_reads_sends_nothing(store: ObjectStore) -> None:
    hear(created())

    with pytest.raises(NotForYou):
        announce(PAPER, actor=READER)


@pytest.mark.parametrize("actor", [STRANGER, ELSEWHERE, SIRI, OTHER_UTILITY, NOBODY])
def test_an_upload_is_its_firms_own(store: ObjectStore, actor: Actor) -> None:
    hear(created(), submitted())
    upload = announce(PAPER)
    send(store, upload, PAPER)

    with pytest.raises(UploadNotFound):
        complete(upload, actor)


def test_a_caseworkers_file_goes_out_to_the_firm(store: ObjectStore) -> None:
    hear(created(), submitted())
    document = uploaded(store, oversized(2048), actor=SIRI)

    assert document.direction == "outgoing"
    assert journal(KARI) == [], "not before it has passed inspection"
    inspect_next_file()
    assert [d.document_id for d in journal(KARI)] == [document.document_id]


def test_a_colleague_may_finish_what_one_began(store: ObjectStore) -> None:
    hear(created())
    upload = announce(PAPER)
    send(store, upload, PAPER)

    colleague = KARI.model_copy(update={"user_id": "ola", "name": "Ola"})
    assert complete(upload, colleague).uploaded_by == "Kari Nordmann"


def test_a_closed_case_takes_no_files(store: ObjectStore) -> None:
    hear(created(), CaseAssigned(**about(7, "closed", "nobody")))

    with pytest.raises(UploadNotOpen):
        announce(PAPER)


def test_a_file_over_its_limit_is_refused_before_it_is_sent(store: ObjectStore) -> None:
    hear(created())
    limit = 30 * 1024 * 1024

    announce(b"", "grøft.jpg", size=limit)
    with pytest.raises(FileTooLarge) as refused:
        announce(b"", "grøft.jpg", size=limit + 1)
    assert refused.value.facts == {"limit": limit}


@pytest.mark.parametrize(("filename", "kind"), [("a.exe", "ANNET"), ("a.mp4", "FOTO"), ("a", "X")])
def test_a_file_not_on_the_list_is_refused(store: ObjectStore, filename: str, kind: str) -> None:
    hear(created())

    with pytest.raises(FileTypeNotAllowed) as refused:
        announce(PAPER, filename, kind=kind)
    assert "pdf" in refused.value.facts["allowed"]


def test_a_kind_that_is_no_code_becomes_any(store: ObjectStore) -> None:
    hear(created())

    assert uploaded(store, PAPER, kind="<b>plan</b>").kind == "ANNET"
    assert uploaded(store, PAPER, kind="NY_TYPE").kind == "NY_TYPE"


def test_an_upload_expires_after_a_day(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    hear(created())
    begun, finished = announce(PAPER), announce(PAPER)
    send(store, begun, PAPER)
    send(store, finished, PAPER)
    complete(finished)

    moment = later(hours=24.1)
    monkeypatch.setattr("services.chassis.clock.now", lambda: moment)
    with pytest.raises(UploadNotFound):
        complete(begun)
    assert complete(finished).state == "quarantined"


def test_the_journal_numbers_what_came_before_and_after_the_receipt(store: ObjectStore) -> None:
    hear(created())
    first, second = uploaded(store, PAPER), uploaded(store, PAPER)
    assert first.journal_number is None

    hear(submitted(), received())
    third = uploaded(store, PAPER)

    assert third.journal_number == 3
    numbered = {d.document_id: d.journal_number for d in journal()}
    assert (numbered[first.document_id], numbered[second.document_id]) == (1, 2)


def test_the_file_of_an_answer_names_its_item(store: ObjectStore) -> None:
    hear(created())
    document = uploaded(store, PAPER, answers="item-7")

    assert document.state == "quarantined"
    assert told() == ["document_uploaded.v1"]


def test_an_empty_file_is_told_to_be_empty(store: ObjectStore) -> None:
    hear(created())
    with pytest.raises(FileEmpty):
        announce(b"", "bilde.jpg")
    assert journal() == []
