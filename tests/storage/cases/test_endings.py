"""Closing, opening again, more time, and what happens when nobody acts."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from services.cases.contract.operations.decisions import AnswerStatement
from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.operations.drafts import WithdrawCase
from services.cases.contract.operations.endings import (
    CloseCase,
    ExtendCase,
    ReopenCase,
    ReportStart,
)
from services.cases.contract.operations.reading import GetTimeline
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer
from services.chassis.clock import OSLO
from services.chassis.norway import end_of_day
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import APPROVER, CASEWORKER, FIRM, READER

MONDAY = datetime(2026, 9, 7, 9, tzinfo=OSLO)


def _last_day(case: CaseView) -> date:
    assert case.expected_by is not None
    return (case.expected_by - timedelta(seconds=1)).astimezone(OSLO).date()


def test_a_notice_is_taken_note_of_and_an_application_needs_a_decision(desk: Desk) -> None:
    notice, application = desk.assigned("RORM"), desk.assigned("PASL-FETT")
    close = CloseCase(case_id=application.case_id)
    assert desk.refused(close, CASEWORKER).code == "ActionNotOpen"
    closed = desk.ask(CloseCase(case_id=notice.case_id, reason="Tatt til etterretning"), CASEWORKER)
    assert (closed.status, closed.ball, closed.expected_by) == ("closed", "nobody", None)
    assert desk.told("case_closed")[0]["reason"] == "Tatt til etterretning"


def test_a_statement_that_was_given_is_closed(desk: Desk) -> None:
    case = desk.assigned("FORH")
    desk.ask(AnswerStatement(case_id=case.case_id, text="Kan bygges"), CASEWORKER)
    assert desk.ask(CloseCase(case_id=case.case_id), CASEWORKER).status == "closed"


def test_a_leader_opens_again_with_a_reason_and_the_time_counts_anew(desk: Desk) -> None:
    desk.at(MONDAY)
    case = desk.decided(outcome="dismissed")
    desk.later(days=40)
    reopen = ReopenCase(case_id=case.case_id, reason="Feil faktum lå til grunn")
    assert desk.refused(reopen, CASEWORKER).code == "RoleMissing"
    assert "reopen" not in reasons(desk.look(case, FIRM)), "the firm cannot"
    case = desk.ask(reopen, APPROVER)
    assert (case.status, case.decision) == ("in_progress", None)
    assert _last_day(case) == date(2026, 11, 9)
    entries = desk.ask(GetTimeline(case_id=case.case_id), FIRM).items
    assert entries[-1].facts == {"reason": "Feil faktum lå til grunn"}


def test_what_the_firm_took_back_is_opened_again_only_by_a_leader(desk: Desk) -> None:
    case = desk.assigned()
    desk.ask(WithdrawCase(case_id=case.case_id), FIRM)
    again = ReopenCase(case_id=case.case_id, reason="Foretaket ba om det")
    assert desk.ask(again, APPROVER).status == "in_progress"


def test_more_time_is_a_decision_with_a_reason_told_before_the_limit_ends(desk: Desk) -> None:
    desk.at(MONDAY)
    case = desk.assigned()
    assert _last_day(case) == date(2026, 9, 28)
    until = date(2026, 10, 10)
    case = desk.ask(
        ExtendCase(case_id=case.case_id, until=until, reason="Vi venter på veivesenet"), CASEWORKER
    )
    assert _last_day(case) == date(2026, 10, 12), "a Saturday moves to Monday"
    told = desk.told("case_extended")[0]
    assert told["reason"] == "Vi venter på veivesenet"
    assert datetime.fromisoformat(told["expected_by"]) == case.expected_by
    earlier = ExtendCase(case_id=case.case_id, until=date(2026, 10, 11), reason="Mer tid")
    refusal = desk.refused(earlier, CASEWORKER)
    assert (refusal.code, refusal.errors[0].field) == ("BadExtension", "until")
    assert _last_day(desk.look(case)) == date(2026, 10, 12)
    assert case.expected_by is not None
    desk.at(case.expected_by)
    late = ExtendCase(case_id=case.case_id, until=date(2026, 11, 1), reason="Mer tid")
    assert desk.refused(late, CASEWORKER).code == "LimitPassed"
    assert reasons(desk.look(case, CASEWORKER))["extend"] == "limit_passed"


def test_an_answer_on_the_way_after_a_month_once(desk: Desk) -> None:
    desk.at(MONDAY)
    waits, asked, decided = desk.assigned(), desk.asked("Mangler kart"), desk.decided()
    desk.at(datetime(2026, 10, 6, 23, 59, tzinfo=OSLO))
    assert desk.swept("give_interim_answers") == 0
    desk.at(datetime(2026, 10, 7, 0, 0, tzinfo=OSLO))
    assert desk.swept("give_interim_answers") == 1
    assert desk.swept("give_interim_answers") == 0
    (told,) = desk.told("interim_answer_given")
    assert told["case_id"] == waits.case_id
    assert told["expected_by"] is not None
    item = asked.deficiencies[0].items[0]
    answer = SupplementCase(
        case_id=asked.case_id, answers=[Answer(item_id=item.item_id, text="Her")]
    )
    desk.ask(answer, FIRM)
    assert desk.swept("give_interim_answers") == 1, "once the firm has answered"
    assert decided.case_id not in [each["case_id"] for each in desk.told("interim_answer_given")]


def test_an_approval_nobody_uses_is_warned_of_twice_and_lapses(desk: Desk) -> None:
    desk.at(MONDAY)
    unused, used, refused = (
        desk.decided(outcome="approved"),
        desk.decided(outcome="approved_with_conditions"),
        desk.decided(),
    )
    assert unused.lapses_at == end_of_day(date(2029, 9, 7))
    assert refused.lapses_at is None
    start = ReportStart(case_id=used.case_id)
    assert desk.refused(start, READER).code == "RoleMissing"
    started = desk.ask(start, FIRM)
    assert (started.status, started.lapses_at) == ("approved_with_conditions", None)
    assert desk.refused(start, FIRM).facts["reason"] == "already_started"
    for day, expected in (
        (date(2029, 6, 7), 0),
        (date(2029, 6, 8), 1),
        (date(2029, 8, 24), 0),
        (date(2029, 8, 25), 1),
        (date(2029, 9, 7), 0),
        (date(2029, 9, 8), 1),
        (date(2029, 9, 9), 0),
    ):
        desk.at(datetime(day.year, day.month, day.day, tzinfo=OSLO))
        assert desk.swept("lapse_approvals") == expected, day
    assert [each["case_id"] for each in desk.told("lapse_warned")] == [unused.case_id] * 2
    assert desk.look(unused).status == "lapsed"
    assert desk.look(used).status == "approved_with_conditions"
    reopened = ReopenCase(case_id=unused.case_id, reason="Arbeidet var i gang")
    assert desk.ask(reopened, APPROVER).status == "in_progress"


def test_no_approval_lapses_without_time_after_its_warning(desk: Desk) -> None:
    desk.at(MONDAY)
    case = desk.decided(outcome="approved")
    desk.later(days=4 * 365)
    assert desk.swept("lapse_approvals") == 1, "the sweep was away: one warning at least"
    assert desk.swept("lapse_approvals") == 0
    desk.later(days=15)
    assert desk.swept("lapse_approvals") == 1
    assert desk.look(case).status == "lapsed"


@pytest.mark.parametrize("sweep", ["give_interim_answers", "lapse_approvals", "remind_of_letters"])
def test_a_round_with_nothing_to_do_does_nothing(desk: Desk, sweep: str) -> None:
    desk.submitted()
    assert desk.swept(sweep) == 0
