"""Documents of a case with several firms, and of one that changed firm."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import ColumnElement, true

from services.cases.contract.events.firms_on_case import (
    FirmChangedOnCase,
    PartyAnswered,
    PartyEnded,
)
from services.cases.contract.types.parties import FirmRef
from services.chassis.messages import Actor, NotForYou, Refusal
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.errors import CaseUnknown, DocumentNotFound
from services.documents.contract.operations import (
    GetDocument,
    ListDocuments,
    OpenContent,
    StartUpload,
)
from services.documents.inspector.inspect_files import inspect_next_file
from services.documents.store import documents
from tests.storage.documents.stories import (
    CASE,
    KARI,
    SIRI,
    STRANGER,
    about,
    ask,
    created,
    hear,
    submitted,
    uploaded,
)
from tests.support.inputs import oversized

FJELL = FirmRef(firm_id="firm-1", name="Fjell Rør AS", orgnr="311153056")
FJORD = FirmRef(firm_id="firm-2", name="Fjord Rør AS", orgnr="312124718")
PER = STRANGER
"""Of the other firm."""
EDITOR = SIRI.model_copy(update={"roles": frozenset({"editor"})})


def _listed(actor: Actor) -> list[str]:
    found = ask(operations.list_documents, ListDocuments(case_id=CASE), actor)
    return [document.document_id for document in found.items]


def _sent(store: ObjectStore, actor: Actor = KARI, **more: Any) -> str:
    document = uploaded(store, oversized(2048), actor=actor, **more)
    inspect_next_file()
    return document.document_id


def _announce(actor: Actor) -> None:
    announced = StartUpload(case_id=CASE, filename="plan.pdf", size=10, kind="ANNET")
    ask(operations.start_upload, announced, actor)


def _answered(revision: int, right: str) -> PartyAnswered:
    facts = about(revision, "in_progress", parties={"firm-2": right})
    return PartyAnswered(**facts, party=FJORD, role="PRO", accepted=True)


def _changed(revision: int) -> FirmChangedOnCase:
    facts = about(revision, "in_progress", formers=["firm-1"])
    return FirmChangedOnCase(**{**facts, "firm": FJORD}, former=FJELL, reason="Byttet")


def test_a_firm_on_the_case_reads_and_one_that_contributes_sends(store: ObjectStore) -> None:
    hear(created(), submitted())
    first = _sent(store)
    with pytest.raises(CaseUnknown):
        _listed(PER)
    hear(_answered(20, "read"))
    assert _listed(PER) == [first]
    with pytest.raises(NotForYou):
        _announce(PER)
    hear(_answered(21, "contribute"))
    second = _sent(store, PER)
    assert _listed(KARI) == _listed(SIRI) == [first, second]


def test_a_firm_that_is_off_the_case_is_a_stranger_at_once(store: ObjectStore) -> None:
    hear(created(), submitted(), _answered(20, "contribute"))
    own = _sent(store, PER)
    hear(PartyEnded(**about(21, "in_progress"), party=FJORD, role="PRO"))
    for look in (GetDocument(document_id=own), OpenContent(document_id=own)):
        operation = getattr(operations, look.operation())
        with pytest.raises(DocumentNotFound):
            ask(operation, look, PER)
    hear(_answered(20, "contribute"))
    with pytest.raises(CaseUnknown):
        _listed(PER)


def test_the_former_firm_keeps_what_it_sent_and_sees_nothing_new(store: ObjectStore) -> None:
    hear(created(), submitted())
    own = _sent(store)
    utilitys = _sent(store, SIRI)
    assert _listed(KARI) == [own, utilitys]
    hear(_changed(20))
    new = _sent(store, PER)
    assert _listed(KARI) == [own]
    assert _listed(PER) == _listed(SIRI) == [own, utilitys, new]
    opened = ask(operations.open_content, OpenContent(document_id=own), KARI)
    assert opened.size == 2048
    for foreign in (utilitys, new):
        with pytest.raises(DocumentNotFound):
            ask(operations.open_content, OpenContent(document_id=foreign), KARI)
    with pytest.raises(CaseUnknown):
        _announce(KARI)


def test_without_the_rule_the_former_firm_reads_the_new_files(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear(created(), submitted(), _changed(20))
    new = _sent(store, PER)
    look = GetDocument(document_id=new)
    with pytest.raises(DocumentNotFound):
        ask(operations.get_document, look, KARI)

    def open_door(_actor: Actor) -> ColumnElement[bool]:
        return true()

    monkeypatch.setattr(documents, "readable_by", open_door)
    assert ask(operations.get_document, look, KARI).document_id == new


def test_who_sees_no_case_sees_no_document(store: ObjectStore) -> None:
    hear(created(), submitted())
    _sent(store)
    nobody = KARI.model_copy(update={"roles": frozenset[str]()})
    for actor in (EDITOR, nobody):
        with pytest.raises(Refusal):
            _listed(actor)
