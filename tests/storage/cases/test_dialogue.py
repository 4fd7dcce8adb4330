"""Firm and caseworker write to each other about a case (R01)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.cases.contract.operations.dialogue import ListMessages, ReadMessages, SendMessage
from services.cases.contract.operations.drafts import WithdrawCase
from services.cases.contract.operations.freezes import PlanFreeze
from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.dialogue import DialogueEntry
from services.chassis import clock
from services.chassis.messages import Actor
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    ADMINISTRATOR,
    APPROVER,
    CASEWORKER,
    COLLEAGUE,
    FIRM,
    READER,
    STRANGER,
)

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
WORDS = {"nb": "Flytting", "nn": "Flytting", "en": "Move"}


def _write(
    desk: Desk, case: CaseView, text: str, actor: Actor, kind: str = "question"
) -> DialogueEntry:
    said = SendMessage.model_validate({"case_id": case.case_id, "kind": kind, "text": text})
    return desk.ask(said, actor)


def _read(desk: Desk, case: CaseView, actor: Actor) -> list[DialogueEntry]:
    return desk.ask(ListMessages(case_id=case.case_id), actor).items


def _unread(desk: Desk, actor: Actor) -> list[int]:
    return [row.unread for row in desk.ask(ListCases(), actor).items]


def test_a_question_is_read_and_answered(desk: Desk) -> None:
    case = desk.assigned()
    asked = _write(desk, case, "Hvor dypt ligger ledningen?", FIRM)
    assert (asked.number, asked.side, asked.seen, asked.read_by) == (1, "firm", True, [])
    assert asked.firm is not None
    assert asked.firm.name == "Muffe Rør AS"
    assert _unread(desk, CASEWORKER) == [1]
    assert desk.look(case, CASEWORKER).unread == 1

    _write(desk, case, "To meter.", CASEWORKER, "answer")
    question, answer = _read(desk, case, FIRM)
    assert [mark.person.name for mark in question.read_by] == ["Signe Saker"], (
        "answering is reading"
    )
    assert (answer.text, answer.kind, answer.seen) == ("To meter.", "answer", False)
    assert answer.firm is None
    assert (_unread(desk, FIRM), _unread(desk, CASEWORKER)) == ([1], [0])

    desk.ask(ReadMessages(case_id=case.case_id, up_to=2), FIRM)
    assert _unread(desk, FIRM) == [0]
    assert _unread(desk, COLLEAGUE) == [2], "marks are each person's own, also of a colleague's"
    marks = _read(desk, case, CASEWORKER)[1].read_by
    assert [(mark.person.name, mark.side) for mark in marks] == [("Nora Muffe", "firm")]


def test_what_the_caseworker_has_read_no_colleague_need_read(desk: Desk) -> None:
    case = desk.assigned()
    _write(desk, case, "Er dere der?", FIRM)
    assert _unread(desk, APPROVER) == [1]
    desk.ask(ReadMessages(case_id=case.case_id, up_to=1), CASEWORKER)
    assert _unread(desk, APPROVER) == [0]


def test_no_firm_ever_sees_an_internal_note(desk: Desk) -> None:
    case = desk.assigned()
    _write(desk, case, "Ring Per om dette.", CASEWORKER, "internal_note")
    assert _read(desk, case, FIRM) == []
    assert (_unread(desk, FIRM), _unread(desk, APPROVER)) == ([0], [1])
    assert [entry.kind for entry in _read(desk, case, APPROVER)] == ["internal_note"]
    assert desk.told("message_sent") == []
    (note,) = desk.told("note_written")
    assert "firm" not in note
    assert "Ring Per" not in str(note)
    desk.ask(ReadMessages(case_id=case.case_id, up_to=9), FIRM)
    assert _read(desk, case, APPROVER)[0].read_by == [], "nor leaves a mark on one"


def test_a_firm_writes_no_internal_note_and_staff_attach_nothing_to_one(desk: Desk) -> None:
    case = desk.assigned()
    note = SendMessage(case_id=case.case_id, kind="internal_note", text="Hm")
    assert desk.refused(note, FIRM).errors[0].field == "kind"
    attached = note.model_copy(update={"document_ids": [desk.uploaded(case)]})
    assert desk.refused(attached, CASEWORKER).errors[0].code == "not_in_notes"


def test_attachments_are_documents_of_the_same_case(desk: Desk) -> None:
    case, other = desk.assigned(), desk.assigned()
    own, foreign = desk.uploaded(case), desk.uploaded(other)
    said = SendMessage(case_id=case.case_id, text="Se tegning", document_ids=[own, own])
    assert desk.ask(said, FIRM).document_ids == [own]
    refused = said.model_copy(update={"document_ids": [foreign]})
    assert desk.refused(refused, FIRM).code == "DocumentNotReady"


@pytest.mark.parametrize("actor", [READER, ADMINISTRATOR])
def test_readers_read(desk: Desk, actor: Actor) -> None:
    case = desk.assigned()
    said = SendMessage(case_id=case.case_id, text="Hei")
    assert desk.refused(said, actor).code == "RoleMissing"
    assert _read(desk, case, actor) == []


def test_a_draft_has_nobody_to_write_to_but_a_withdrawn_case_has(desk: Desk) -> None:
    draft = desk.draft()
    said = SendMessage(case_id=draft.case_id, text="Hei")
    assert desk.refused(said, FIRM).code == "ActionNotOpen"
    case = desk.assigned()
    desk.ask(WithdrawCase(case_id=case.case_id), FIRM)
    assert _write(desk, case, "Hvorfor trakk dere saken?", CASEWORKER).number == 1


def test_a_freeze_of_everything_stops_no_message(desk: Desk) -> None:
    case = desk.assigned()
    freeze = PlanFreeze(
        starts_at=clock.now(),
        ends_at=clock.now().replace(year=clock.now().year + 1),
        blocks=["new_cases", "supplements", "orders"],
        reason=WORDS,
    )
    desk.ask(freeze, ADMINISTRATOR)
    assert _write(desk, case, "Vi graver mandag.", FIRM, "notice").kind == "notice"


def test_several_messages_are_told_once_and_read_ones_not_at_all(desk: Desk) -> None:
    desk.at(NOON)
    case = desk.assigned()
    for text in ("Hei", "Vi mangler kart", "og bilde"):
        _write(desk, case, text, CASEWORKER)
        desk.later(seconds=40)
        assert desk.swept("tell_of_messages") == 0, "still writing"
    desk.later(seconds=30)
    assert desk.swept("tell_of_messages") == 1
    assert desk.swept("tell_of_messages") == 0
    (told,) = desk.told("messages_waiting")
    assert (told["to"], told["count"], told["firm"]["firm_id"]) == ("firm", 3, "muffe")
    assert "kart" not in str(told)

    _write(desk, case, "Her er kartet", FIRM)
    desk.ask(ReadMessages(case_id=case.case_id, up_to=4), CASEWORKER)
    desk.later(minutes=5)
    assert desk.swept("tell_of_messages") == 0
    assert len(desk.told("messages_waiting")) == 1


def test_somebody_who_never_stops_writing_is_told_of_after_ten_minutes(desk: Desk) -> None:
    desk.at(NOON)
    case = desk.assigned()
    swept = []
    for _ in range(13):
        _write(desk, case, "Og en ting til", FIRM)
        swept.append(desk.swept("tell_of_messages"))
        desk.later(seconds=50)
    assert swept == [0] * 12 + [1]


def test_older_messages_are_pages_further_back(desk: Desk) -> None:
    case = desk.assigned()
    for number in range(1, 6):
        actor, kind = (FIRM, "question") if number % 2 else (CASEWORKER, "internal_note")
        _write(desk, case, str(number), actor, kind)
    newest = desk.ask(ListMessages(case_id=case.case_id, limit=2), FIRM)
    assert [entry.text for entry in newest.items] == ["3", "5"]
    older = desk.ask(ListMessages(case_id=case.case_id, limit=2, cursor=newest.next or ""), FIRM)
    assert ([entry.text for entry in older.items], older.next) == (["1"], None)


def test_a_stranger_reads_and_writes_nothing(desk: Desk) -> None:
    case = desk.assigned()
    for request in (
        ListMessages(case_id=case.case_id),
        SendMessage(case_id=case.case_id, text="Hei"),
        ReadMessages(case_id=case.case_id, up_to=1),
    ):
        assert desk.refused(request, STRANGER).code == "CaseNotFound"
