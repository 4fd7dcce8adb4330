"""What the timeline says when the utility puts a document on a case, shields it and lifts that."""

from __future__ import annotations

import pytest

from services.cases.contract.operations.overview import MarkCaseSeen
from services.cases.contract.operations.reading import GetTimeline, ListCases
from services.cases.contract.types.case import CaseView
from services.cases.store import documents
from services.chassis.messages import Actor
from services.documents.contract.events import (
    DocumentAccepted,
    DocumentPublished,
    DocumentShielded,
    LetterIssued,
    ShieldingLifted,
)
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import CASEWORKER, FIRM

FILE = {"filename": "kvikksølvfunnet.pdf", "kind": "ANNET"}


def published(case: CaseView) -> DocumentPublished:
    return DocumentPublished(case_id=case.case_id, document_id="rapport", **FILE)


def letter(case: CaseView) -> LetterIssued:
    said = {"letter": "statement", "title": "Uttalelse om kvikksølvfunnet", "journal_number": 4}
    return LetterIssued.model_validate(
        {"case_id": case.case_id, "document_id": "brev", **FILE, **said}
    )


def shielded(case: CaseView, document_id: str, revision: int = 1) -> DocumentShielded:
    return DocumentShielded(
        case_id=case.case_id,
        document_id=document_id,
        **FILE,
        revision=revision,
        media_type="application/pdf",
        basis="PERSONLIGE_FORHOLD",
        reason="Naboens helse",
    )


def lifted(case: CaseView, document_id: str, revision: int = 2) -> ShieldingLifted:
    return ShieldingLifted(
        case_id=case.case_id,
        document_id=document_id,
        **FILE,
        revision=revision,
        media_type="application/pdf",
        why="lifted",
        reason="Samtykke",
    )


def put_in(desk: Desk, case: CaseView, actor: Actor) -> list[str]:
    """The documents the timeline says were put in the case."""
    entries = desk.ask(GetTimeline(case_id=case.case_id), actor).items
    named = [str(entry.facts.get("document_id", "")) for entry in entries]
    return [document_id for document_id in named if document_id]


def test_it_stands_on_the_timeline_once_and_is_news_to_the_firm(desk: Desk) -> None:
    case = desk.assigned()
    desk.ask(MarkCaseSeen(case_id=case.case_id), FIRM)
    desk.later(minutes=1)
    desk.hear(published(case))
    desk.hear(published(case))
    assert put_in(desk, case, FIRM) == put_in(desk, case, CASEWORKER) == ["rapport"]
    [row] = desk.ask(ListCases(), FIRM).items
    assert row.news
    [told] = desk.told("document_put_in")
    assert told["document_id"] == "rapport"
    assert "filename" not in told


def test_what_is_shielded_was_never_put_in_for_firms(desk: Desk) -> None:
    case = desk.assigned()
    for event in (published(case), letter(case), shielded(case, "rapport"), shielded(case, "brev")):
        desk.hear(event)
    assert put_in(desk, case, CASEWORKER) == ["rapport", "brev"]
    assert put_in(desk, case, FIRM) == []
    assert "kvikksølv" not in str(desk.ask(GetTimeline(case_id=case.case_id), FIRM))
    desk.hear(lifted(case, "brev"))
    assert put_in(desk, case, FIRM) == ["brev"]


def test_without_the_rule_the_timeline_gives_the_title_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = desk.assigned()
    desk.hear(letter(case))
    desk.hear(shielded(case, "brev"))
    monkeypatch.setattr(documents, "shielded", lambda *_: frozenset())
    assert "kvikksølv" in str(desk.ask(GetTimeline(case_id=case.case_id), FIRM))


def test_an_older_change_never_overwrites_a_newer(desk: Desk) -> None:
    case = desk.assigned()
    accepted = DocumentAccepted(
        case_id=case.case_id,
        document_id="rapport",
        **FILE,
        media_type="application/pdf",
        size=9,
        sha256="",
    )
    for event in (lifted(case, "rapport", 2), shielded(case, "rapport", 1), published(case)):
        desk.hear(event)
    assert put_in(desk, case, FIRM) == ["rapport"]
    for event in (shielded(case, "rapport", 3), lifted(case, "rapport", 2), accepted):
        desk.hear(event)
    assert put_in(desk, case, FIRM) == []
