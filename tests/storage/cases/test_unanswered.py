"""«Mangelfull søknad og mottatt mangelskriv som ikke er fulgt opp … avsluttet»: never silently."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from services.cases.contract.operations.deficiencies import (
    CloseUnanswered,
    CloseUnansweredCases,
    ListUnanswered,
    SupplementCase,
)
from services.cases.contract.operations.drafts import CreateCase, WithdrawCase
from services.cases.contract.operations.endings import ReopenCase
from services.cases.contract.operations.freezes import PlanFreeze
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer
from services.chassis.clock import OSLO
from services.chassis.norway import end_of_day
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import (
    ADMINISTRATOR,
    APPROVER,
    CASEWORKER,
    EDITOR,
    FIRM,
    OTHER_STAFF,
)

REASON = "Mangelbrevet er ikke fulgt opp"


def _noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=OSLO)


def _answer_to(case: CaseView) -> SupplementCase:
    item = case.deficiencies[0].items[0].item_id
    return SupplementCase(case_id=case.case_id, answers=[Answer(item_id=item, text="Likevel")])


def _answer(desk: Desk, case: CaseView) -> CaseView:
    items = [item for item in desk.look(case).deficiencies[0].items if item.state == "open"]
    answers = [Answer(item_id=item.item_id, text="Her er det") for item in items]
    return desk.ask(SupplementCase(case_id=case.case_id, answers=answers), FIRM)


def test_reminder_notice_closing_and_letter_in_that_order(desk: Desk) -> None:
    desk.at(_noon(2026, 9, 7))
    case = desk.asked("Mangler kart", due_on=date(2026, 9, 28))
    close = CloseUnanswered(case_id=case.case_id, reason=REASON)
    desk.at(_noon(2026, 9, 22))
    assert desk.swept("remind_of_letters") == 0
    desk.at(_noon(2026, 9, 23))
    assert desk.swept("remind_of_letters") == 1, "three working days before"
    assert desk.swept("remind_of_letters") == 0
    desk.at(_noon(2026, 9, 28))
    assert desk.swept("remind_of_letters") == 0, "the last day is the firm's to its end"
    refusal = desk.refused(close, CASEWORKER)
    assert (refusal.code, refusal.facts) == ("ClosingNotAnnounced", {"closes_after": None})

    desk.at(_noon(2026, 9, 29))
    assert desk.swept("remind_of_letters") == 1
    told = desk.told("letter_reminded")
    assert [each["when"] for each in told] == ["before", "overdue"]
    closes_after = end_of_day(date(2026, 10, 13))
    assert datetime.fromisoformat(told[1]["closes_after"]) == closes_after
    desk.at(closes_after - timedelta(seconds=1))
    assert reasons(desk.look(case, CASEWORKER))["close_unanswered"] == "closing_not_announced"
    desk.at(closes_after)
    assert "close_unanswered" not in reasons(desk.look(case, FIRM))
    assert reasons(desk.look(case, FIRM))["supplement"] is None, "an answer is still welcome"
    closed = desk.ask(close, CASEWORKER)
    assert (closed.status, closed.ball, closed.due_at) == ("closed_unanswered", "nobody", None)
    assert closed.deficiencies[0].items[0].state == "cancelled", "seen, and out of counts"
    (event,) = desk.told("case_closed_unanswered")
    assert (event["letter"], event["reason"]) == (1, REASON)
    assert not {"reopen", "supplement"} & reasons(desk.look(case, FIRM)).keys(), (
        "the firm cannot open it again: a new application is needed"
    )


def test_a_new_application_is_based_on_the_closed_one(desk: Desk) -> None:
    (case,) = _overdue(desk, 1)
    desk.ask(CloseUnanswered(case_id=case.case_id, reason=REASON), CASEWORKER)
    refused = desk.refused(ReopenCase(case_id=case.case_id, reason=REASON), CASEWORKER)
    assert refused.code == "RoleMissing", "a caseworker cannot open it again"
    for again in (ReopenCase(case_id=case.case_id, reason=REASON), _answer_to(case)):
        assert desk.refused(again, FIRM).code == "ActionNotOpen", "nor can the firm, nor answer it"
    new = desk.ask(CreateCase(type=case.type, copy_of=case.case_id), FIRM)
    assert (new.status, new.properties) == ("draft", case.properties)
    assert new.values["description"] == case.values["description"]
    assert not {"pipe_map", "sketch", "photos"} & new.values.keys(), "files are sent in anew"


def test_who_answers_is_neither_reminded_nor_closed(desk: Desk) -> None:
    desk.at(_noon(2026, 9, 7))
    case = desk.asked("Mangler kart", due_on=date(2026, 9, 28))
    _answer(desk, case)
    desk.at(_noon(2026, 11, 2))
    assert desk.swept("remind_of_letters") == 0
    refusal = desk.refused(CloseUnanswered(case_id=case.case_id, reason=REASON), CASEWORKER)
    assert refusal.code == "ActionNotOpen"


def test_a_letter_with_a_short_date_is_not_followed_at_once_by_a_reminder(desk: Desk) -> None:
    desk.at(_noon(2026, 9, 7))
    desk.asked("Mangler kart", due_on=date(2026, 9, 9))
    assert desk.swept("remind_of_letters") == 0


def test_a_date_that_a_freeze_moves_is_reminded_of_anew_and_voids_the_notice(desk: Desk) -> None:
    desk.at(_noon(2026, 9, 7))
    case = desk.asked("Mangler kart", due_on=date(2026, 9, 28))
    desk.at(_noon(2026, 9, 29))
    desk.swept("remind_of_letters")
    desk.ask(
        PlanFreeze(
            starts_at=_noon(2026, 9, 28),
            ends_at=_noon(2026, 10, 20),
            blocks=["supplements"],
            reason={"nb": "Bytte", "nn": "Byte", "en": "Change"},
        ),
        ADMINISTRATOR,
    )
    moved = end_of_day(date(2026, 10, 23))
    assert desk.look(case).due_at == moved
    desk.at(_noon(2026, 10, 21))
    assert desk.swept("remind_of_letters") == 1
    assert desk.told("letter_reminded")[-1]["when"] == "before"
    refusal = desk.refused(CloseUnanswered(case_id=case.case_id, reason=REASON), CASEWORKER)
    assert refusal.code == "ClosingNotAnnounced"
    desk.at(moved)
    assert desk.swept("remind_of_letters") == 1
    assert desk.told("letter_reminded")[-1]["when"] == "overdue"


def _overdue(desk: Desk, count: int) -> list[CaseView]:
    """Cases whose notice of closing has run out."""
    desk.at(_noon(2026, 9, 7))
    asked = [desk.asked("Mangler kart", due_on=date(2026, 9, 28)) for _ in range(count)]
    desk.at(_noon(2026, 9, 29))
    assert desk.swept("remind_of_letters") == count
    desk.at(_noon(2026, 10, 20))
    return asked


def test_a_leader_sees_what_would_happen_and_closes_many(desk: Desk) -> None:
    gone, answered, young, *rest = _overdue(desk, 4)
    _answer(desk, answered)
    late = desk.asked("Mangler mål", due_on=date(2026, 10, 21))
    desk.at(_noon(2026, 10, 22))
    desk.swept("remind_of_letters")
    desk.ask(WithdrawCase(case_id=young.case_id), FIRM)
    foreign = "01a20000000000000000000000000000"
    chosen = [gone, answered, young, late, *rest]
    request = CloseUnansweredCases(
        case_ids=[*(case.case_id for case in chosen), foreign, gone.case_id],
        reason=REASON,
        dry_run=True,
    )
    assert desk.refused(request, CASEWORKER).code == "RoleMissing"
    before = len(desk.told())
    preview = desk.ask(request, APPROVER)
    expected = [
        ("would_close", None),
        ("refused", "ActionNotOpen"),
        ("refused", "ActionNotOpen"),
        ("refused", "ClosingNotAnnounced"),
        ("would_close", None),
        ("refused", "CaseNotFound"),
    ]
    assert [(each.outcome, each.code) for each in preview.items] == expected
    assert desk.look(gone).status == "information_requested", "a preview changes nothing"
    assert len(desk.told()) == before

    real = request.model_copy(update={"dry_run": False})
    report = desk.ask(real, APPROVER)
    assert [each.outcome for each in report.items] == [
        outcome.replace("would_close", "closed") for outcome, _ in expected
    ]
    assert [event["case_id"] for event in desk.told("case_closed_unanswered")] == [
        case.case_id for case in sorted([gone, *rest], key=lambda case: case.case_id)
    ]
    assert desk.look(gone).status == "closed_unanswered"
    assert desk.look(late).status == "information_requested", "a running case stays"

    again = desk.ask(real, APPROVER)
    assert again.items[0].outcome == "already_closed"
    assert len(desk.told("case_closed_unanswered")) == 2, "the same list again closes nothing more"


def test_the_overdue_list_says_what_may_be_closed_and_from_when(desk: Desk) -> None:
    desk.at(_noon(2026, 9, 7))
    first = desk.asked("Mangler kart", "Mangler mål", due_on=date(2026, 9, 14))
    second = desk.asked("Mangler kart", due_on=date(2026, 9, 28))
    desk.asked("Mangler kart", due_on=date(2026, 12, 1))
    _answer(desk, desk.asked("Mangler kart", due_on=date(2026, 9, 15)))
    desk.at(_noon(2026, 9, 15))
    desk.swept("remind_of_letters")
    desk.at(_noon(2026, 9, 30))
    rows = desk.ask(ListUnanswered(), CASEWORKER).items
    assert [(row.case_id, row.open_items, row.closable) for row in rows] == [
        (first.case_id, 2, True),
        (second.case_id, 1, False),
    ]
    assert (rows[0].told_at is not None, rows[1].told_at) == (True, None)
    assert rows[0].number_of_case == desk.look(first).number
    assert desk.ask(ListUnanswered(), OTHER_STAFF).items == []
    assert desk.refused(ListUnanswered(), EDITOR).code == "RoleMissing"
