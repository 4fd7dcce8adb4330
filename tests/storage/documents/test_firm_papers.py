"""A firm's own papers: the way of all files, into a folder that no case stands behind."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, NotForYou
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.errors import (
    DocumentNotFound,
    FileTypeNotAllowed,
    NotAccepted,
    UploadNotFound,
)
from services.documents.contract.folders import firm_folder, is_firm_folder
from services.documents.contract.operations import GetDocument, OpenContent, StartFirmUpload
from services.documents.contract.types import DocumentView
from services.identity.contract.events.firms import FirmMerged
from services.identity.contract.types.firms import FirmEmails
from tests.storage.documents.stories import (
    ELSEWHERE,
    KARI,
    NOBODY,
    OTHER_UTILITY,
    SIRI,
    STRANGER,
    UTILITY,
    ask,
    complete,
    hear,
    send,
    told,
)

PAPER = b"%PDF-1.7 bevis"
REGISTRAR = SIRI.model_copy(update={"roles": frozenset({"firm_registrar"})})
ADMIN = KARI.model_copy(update={"roles": frozenset({"firm_admin"})})


def proof(store: ObjectStore, filename: str = "adk1.pdf") -> DocumentView:
    """A certificate in quarantine."""
    asked = StartFirmUpload(filename=filename, size=len(PAPER))
    upload = ask(operations.start_firm_upload, asked, ADMIN)
    send(store, upload, PAPER)
    return complete(upload, ADMIN)


def test_it_is_inspected_like_any_file_and_gets_no_number(store: ObjectStore) -> None:
    document = proof(store)
    assert (document.state, document.journal_number) == ("quarantined", None)
    assert document.case_id == firm_folder("firm-1", UTILITY)
    assert is_firm_folder(document.case_id)
    assert told() == ["document_uploaded.v1"]
    with pytest.raises(NotAccepted):
        ask(operations.open_content, OpenContent(document_id=document.document_id), REGISTRAR)


def test_its_firm_and_the_registrar_see_it_and_nobody_else(store: ObjectStore) -> None:
    look = GetDocument(document_id=proof(store).document_id)
    for actor in (ADMIN, REGISTRAR):
        assert ask(operations.get_document, look, actor).filename == "adk1.pdf"
    elsewhere = REGISTRAR.model_copy(update={"utility": "utility-2"})
    for actor in (STRANGER, ELSEWHERE, SIRI, elsewhere, OTHER_UTILITY, NOBODY):
        with pytest.raises(DocumentNotFound):
            ask(operations.get_document, look, actor)


@pytest.mark.parametrize("actor", [KARI, REGISTRAR, NOBODY])
def test_only_the_firm_s_administrator_sends_one(store: ObjectStore, actor: Actor) -> None:
    del store
    with pytest.raises(NotForYou):
        ask(operations.start_firm_upload, StartFirmUpload(filename="a.pdf", size=1), actor)


def test_a_stranger_does_not_finish_it_and_a_program_is_no_paper(store: ObjectStore) -> None:
    del store
    upload = ask(operations.start_firm_upload, StartFirmUpload(filename="a.pdf", size=9), ADMIN)
    with pytest.raises(UploadNotFound):
        complete(upload, STRANGER)
    with pytest.raises(FileTypeNotAllowed):
        ask(operations.start_firm_upload, StartFirmUpload(filename="a.exe", size=9), ADMIN)


def test_the_papers_of_a_merged_firm_are_the_other_s(store: ObjectStore) -> None:
    look = GetDocument(document_id=proof(store).document_id)
    merged = FirmMerged(
        firm_id="firm-1",
        orgnr="310529915",
        name="Fjell Rør AS",
        revision=9,
        into="firm-2",
        into_orgnr="312124718",
        into_name="Sluk AS",
        emails=FirmEmails(post="post@sluk.example"),
        language="nb",
    )
    hear(merged, utility="utility-2")
    assert ask(operations.get_document, look, ADMIN).document_id == look.document_id
    hear(merged)
    assert ask(operations.get_document, look, STRANGER).document_id == look.document_id
    with pytest.raises(DocumentNotFound):
        ask(operations.get_document, look, ADMIN)
