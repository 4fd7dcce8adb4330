"""Deficiency letters as objects: prepared, aimed, answered by versions of what was sent in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.cases.contract.operations.decisions import ProposeDecision
from services.cases.contract.operations.deficiencies import (
    AcceptSupplement,
    GetSubmissions,
    PrepareLetter,
    RequestInformation,
    SendLetter,
    SupplementCase,
)
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer, ItemView, MissingItem
from services.chassis import clock
from services.chassis.db import audit
from services.chassis.db.transaction import begin
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import APPROVER, CASEWORKER, FIRM, STRANGER, SYSTEM

MAP = MissingItem(
    code="missing_document", reason="outdated", text="Kartet er fra i fjor", target="pipe_map"
)
DIMENSION = MissingItem(
    code="correct_field",
    reason="contradicts",
    text="Dimensjonen er en annen",
    target="pipe_dimension",
)


def _asked(desk: Desk, *items: MissingItem) -> tuple[CaseView, list[ItemView]]:
    case = desk.assigned()
    case = desk.ask(RequestInformation(case_id=case.case_id, missing=list(items)), CASEWORKER)
    return case, case.deficiencies[-1].items


def _answer(desk: Desk, case: CaseView, *answers: Answer) -> CaseView:
    return desk.ask(SupplementCase(case_id=case.case_id, answers=list(answers)), FIRM)


def test_several_items_are_prepared_over_days_and_sent_as_one(desk: Desk) -> None:
    case = desk.assigned()
    nothing = SendLetter(case_id=case.case_id)
    assert desk.refused(nothing, CASEWORKER).code == "NothingPrepared"
    desk.ask(PrepareLetter(case_id=case.case_id, missing=[MAP]), CASEWORKER)
    desk.later(days=1)
    due_on = clock.today() + timedelta(days=10)
    edited = PrepareLetter(
        case_id=case.case_id, missing=[MAP, DIMENSION], due_on=due_on, severity="major"
    )
    seen = desk.ask(edited, CASEWORKER)
    assert seen.prepared is not None
    assert [item.text for item in seen.prepared.missing] == [MAP.text, DIMENSION.text]
    assert desk.look(case, FIRM).prepared is None
    assert (desk.look(case).status, desk.look(case).deficiencies) == ("in_progress", [])
    assert not desk.told("information_requested"), "nothing is told before it is sent"
    assert desk.refused(edited, APPROVER).code == "RoleMissing"

    sent = desk.ask(SendLetter(case_id=case.case_id), CASEWORKER)
    (letter,) = sent.deficiencies
    assert (letter.severity, len(letter.items), sent.prepared) == ("major", 2, None)
    assert len(desk.told("information_requested")) == 1
    assert desk.refused(nothing, CASEWORKER).code == "ActionNotOpen"
    with begin(SYSTEM) as work:
        assert audit.breaks(work.session, f"case:{case.case_id}") == []


def test_what_was_prepared_is_thrown_away_or_replaced_by_what_is_sent_at_once(desk: Desk) -> None:
    case = desk.assigned()
    desk.ask(PrepareLetter(case_id=case.case_id, missing=[MAP]), CASEWORKER)
    assert desk.ask(PrepareLetter(case_id=case.case_id), CASEWORKER).prepared is None
    desk.ask(PrepareLetter(case_id=case.case_id, missing=[MAP]), CASEWORKER)
    asked = RequestInformation(case_id=case.case_id, missing=[DIMENSION])
    sent = desk.ask(asked, CASEWORKER)
    assert [item.text for item in sent.deficiencies[0].items] == [DIMENSION.text]
    item = sent.deficiencies[0].items[0].item_id
    _answer(desk, sent, Answer(item_id=item, text="Rettet"))
    assert desk.look(case, CASEWORKER).prepared is None


def test_a_letter_gives_three_weeks_unless_somebody_chooses(desk: Desk) -> None:
    case, _ = _asked(desk, MAP)
    assert case.due_at is not None
    days = (case.due_at - clock.now()).days
    assert 21 <= days <= 26


@pytest.mark.parametrize("target", ["not_a_field", "01a2-unknown"])
def test_an_item_is_aimed_at_something_the_case_has(desk: Desk, target: str) -> None:
    case = desk.assigned()
    wrong = [MAP, MissingItem(text="Feil sted", target=target)]
    for kind in (RequestInformation, PrepareLetter):
        refusal = desk.refused(kind(case_id=case.case_id, missing=wrong), CASEWORKER)
        assert (refusal.code, refusal.errors[0].field) == ("UnknownTarget", "missing.1.target")
    at_file = MissingItem(text="Feil kart", target=case.values["pipe_map"][0])
    sent = desk.ask(RequestInformation(case_id=case.case_id, missing=[at_file]), CASEWORKER)
    assert sent.deficiencies[0].items[0].target == at_file.target


def test_answers_change_the_form_and_each_makes_a_version(desk: Desk) -> None:
    case, (first, second) = _asked(desk, MAP, DIMENSION)
    old, new = case.values["pipe_map"], desk.uploaded(case, "kart2.pdf")
    case = _answer(desk, case, Answer(item_id=first.item_id, document_ids=[new]))
    assert case.values["pipe_map"] == [*old, new]
    case = _answer(desk, case, Answer(item_id=second.item_id, value="40", text="Målt på nytt"))
    assert (case.status, case.values["pipe_dimension"]) == ("supplemented", 40)

    versions = desk.ask(GetSubmissions(case_id=case.case_id), CASEWORKER).items
    assert [(each.version, each.letter, each.items) for each in versions] == [
        (1, None, []),
        (2, 1, [1]),
        (3, 1, [2]),
    ]
    assert versions[0].changes == []
    assert {file.document_id for file in versions[0].files} >= set(old)
    assert [(file.document_id, file.field, file.change) for file in versions[1].files] == [
        (new, "pipe_map", "added")
    ]
    (change,) = versions[2].changes
    assert (change.field, change.step, change.before, change.after) == (
        "pipe_dimension",
        "work",
        32,
        40,
    )
    assert desk.ask(GetSubmissions(case_id=case.case_id), FIRM).items == versions
    assert desk.refused(GetSubmissions(case_id=case.case_id), STRANGER).code == "CaseNotFound"


def test_a_replaced_file_takes_the_place_of_the_old_and_both_are_seen(desk: Desk) -> None:
    case = desk.assigned()
    old = case.values["sketch"][0]
    replace = MissingItem(code="replace_document", reason="illegible", text="Uleselig", target=old)
    case = desk.ask(RequestInformation(case_id=case.case_id, missing=[replace]), CASEWORKER)
    new = desk.uploaded(case, "skisse2.pdf")
    item = case.deficiencies[0].items[0].item_id
    case = _answer(desk, case, Answer(item_id=item, document_ids=[new]))
    assert case.values["sketch"] == [new]
    latest = desk.ask(GetSubmissions(case_id=case.case_id), FIRM).items[-1]
    assert [(file.document_id, file.change) for file in latest.files] == [
        (old, "removed"),
        (new, "added"),
    ]


@pytest.mark.parametrize(
    ("target", "value", "code"),
    [
        ("pipe_dimension", "bred", "number_invalid"),
        ("description", "", "required"),
        ("pipe_map", "x", "unknown_field"),
        ("", "x", "unknown_field"),
    ],
)
def test_a_value_the_field_cannot_have_changes_nothing(
    desk: Desk, target: str, value: str, code: str
) -> None:
    asked = MissingItem(code="correct_field", text="Rett dette", target=target)
    case, (item,) = _asked(desk, asked)
    wrong = SupplementCase(
        case_id=case.case_id, answers=[Answer(item_id=item.item_id, value=value, text="x")]
    )
    refusal = desk.refused(wrong, FIRM)
    assert (refusal.code, refusal.errors[0].field, refusal.errors[0].code) == (
        "InvalidForm",
        "answers.0.value",
        code,
    )
    assert desk.look(case).status == "information_requested"
    assert len(desk.ask(GetSubmissions(case_id=case.case_id), FIRM).items) == 1


def test_a_firm_sends_more_of_its_own_accord_at_any_open_stage(desk: Desk) -> None:
    case = desk.submitted()
    empty = desk.refused(SupplementCase(case_id=case.case_id), FIRM)
    assert (empty.code, empty.errors[0].field) == ("EmptyAnswer", "text")
    extra = desk.uploaded(case, "mer.pdf")
    more = SupplementCase(case_id=case.case_id, text="Vi fant mer", document_ids=[extra])
    after = desk.ask(more, FIRM)
    assert (after.status, after.expected_by) == ("received", case.expected_by)
    desk.ask(more.model_copy(update={"text": "Og enda mer"}), FIRM)
    versions = desk.ask(GetSubmissions(case_id=case.case_id), FIRM).items
    assert [(each.version, each.letter, each.text) for each in versions[1:]] == [
        (2, None, "Vi fant mer"),
        (3, None, "Og enda mer"),
    ]
    assert [(file.document_id, file.field) for file in versions[1].files] == [(extra, "")]
    assert desk.told("supplement_sent")[0]["letter"] == 0


def test_more_may_come_at_every_stage_until_it_is_decided(desk: Desk) -> None:
    """Received, handled, asked, supplemented, proposed: the stage stays, and the clock with it."""
    case = desk.submitted()
    stages: list[tuple[Any, Any]] = [
        (None, None),
        (AssignCase(case_id=case.case_id), CASEWORKER),
        (RequestInformation(case_id=case.case_id, missing=[MAP]), CASEWORKER),
        (None, FIRM),
        (AcceptSupplement(case_id=case.case_id), CASEWORKER),
        (ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit"), CASEWORKER),
    ]
    seen = []
    for step, actor in stages:
        before = desk.look(case)
        if step is not None:
            before = desk.ask(step, actor)
        elif actor is FIRM:
            item = before.deficiencies[0].items[0].item_id
            before = _answer(desk, case, Answer(item_id=item, text="Kartet"))
        after = desk.ask(SupplementCase(case_id=case.case_id, text="Mer"), FIRM)
        assert (after.status, after.ball, after.expected_by, after.due_at) == (
            before.status,
            before.ball,
            before.expected_by,
            before.due_at,
        )
        seen.append(after.status)
    assert seen == [
        "received",
        "in_progress",
        "information_requested",
        "supplemented",
        "in_progress",
        "awaiting_approval",
    ]


def test_a_proposal_stands_while_the_firm_sends_more(desk: Desk) -> None:
    case = desk.assigned()
    propose = ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit")
    desk.ask(propose, CASEWORKER)
    more = SupplementCase(case_id=case.case_id, text="Rettelse")
    assert desk.ask(more, FIRM).status == "awaiting_approval"
    decided = desk.decided()
    closed = SupplementCase(case_id=decided.case_id, text="For sent")
    assert desk.refused(closed, FIRM).code == "ActionNotOpen"
