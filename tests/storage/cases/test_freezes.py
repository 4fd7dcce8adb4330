"""Freeze windows at both edges, with the dates of the source text: Friday 24 February 2023 until
Monday 13 March 2023, whatever week numbers a headline says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from services.cases.contract.operations.deficiencies import RequestInformation, SupplementCase
from services.cases.contract.operations.drafts import SubmitCase, WithdrawCase
from services.cases.contract.operations.freezes import (
    GetNotices,
    ListFreezes,
    MoveFreeze,
    PlanFreeze,
)
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.contract.types.freezes import FreezeView
from services.chassis.clock import OSLO
from services.chassis.norway import end_of_day
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import (
    ADMINISTRATOR,
    BERGEN,
    CASEWORKER,
    FIRM,
    OTHER_STAFF,
    TRAINING,
)

STARTS = datetime(2023, 2, 24, tzinfo=OSLO)
ENDS = datetime(2023, 3, 13, tzinfo=OSLO)
REASON = {"nb": "Ny portal", "nn": "Ny portal", "en": "New portal"}
MOMENT = timedelta(seconds=1)


def _plan(**changes: Any) -> PlanFreeze:
    said: dict[str, Any] = {
        "starts_at": STARTS,
        "ends_at": ENDS,
        "blocks": ["new_cases", "supplements"],
        "reason": REASON,
    }
    return PlanFreeze(**{**said, **changes})


def _planned(desk: Desk, **changes: Any) -> FreezeView:
    desk.at(datetime(2023, 2, 1, 12, tzinfo=OSLO))
    return desk.ask(_plan(**changes), ADMINISTRATOR)


def test_new_cases_stop_at_the_instant_and_start_again_at_the_instant(desk: Desk) -> None:
    _planned(desk)
    first, second, third = (desk.draft() for _ in range(3))
    desk.at(STARTS - MOMENT)
    assert desk.ask(SubmitCase(case_id=first.case_id), FIRM).status == "received"
    desk.at(STARTS)
    refusal = desk.refused(SubmitCase(case_id=second.case_id), FIRM)
    assert refusal.code == "IntakeFrozen"
    assert datetime.fromisoformat(refusal.facts["ends_at"]) == ENDS
    assert reasons(desk.look(second))["submit"] == "intake_frozen"
    desk.at(ENDS - MOMENT)
    assert desk.refused(SubmitCase(case_id=second.case_id), FIRM).code == "IntakeFrozen"
    desk.at(ENDS)
    assert desk.ask(SubmitCase(case_id=second.case_id), FIRM).status == "received"
    assert desk.look(third).status == "draft", "the draft is kept"


def test_supplements_stop_but_withdrawing_and_the_utilitys_own_work_go_on(desk: Desk) -> None:
    _planned(desk, blocks=["supplements"])
    case = desk.asked("Mangler kart", due_on=date(2023, 2, 20))
    other = desk.assigned()
    desk.at(STARTS)
    answer = Answer(item_id=case.deficiencies[0].items[0].item_id, text="Svar")
    request = SupplementCase(case_id=case.case_id, answers=[answer])
    assert desk.refused(request, FIRM).code == "IntakeFrozen"
    assert desk.submitted().status == "received", "only supplements are blocked"
    ask = RequestInformation(
        case_id=other.case_id, missing=[MissingItem(text="Kart")], due_on=date(2023, 3, 1)
    )
    desk.ask(ask, CASEWORKER)
    assert desk.ask(WithdrawCase(case_id=other.case_id), FIRM).status == "withdrawn"
    desk.at(ENDS)
    assert desk.ask(request, FIRM).status == "supplemented"


def test_a_firms_date_inside_moves_to_three_working_days_after(desk: Desk) -> None:
    desk.at(datetime(2023, 2, 1, 12, tzinfo=OSLO))
    inside = desk.asked("Mangler kart", due_on=date(2023, 3, 1))
    before = desk.asked("Mangler kart", due_on=date(2023, 2, 23))
    planned = desk.ask(_plan(), ADMINISTRATOR)
    moved = end_of_day(date(2023, 3, 16))
    assert desk.look(inside).due_at == desk.look(inside).deficiencies[0].due_at == moved
    assert desk.look(before).due_at == end_of_day(date(2023, 2, 23)), "its last day is not frozen"
    later = desk.asked("Mangler kart", due_on=date(2023, 3, 10))
    assert later.due_at == moved
    desk.ask(
        MoveFreeze(freeze_id=planned.freeze_id, ends_at=datetime(2023, 3, 20, tzinfo=OSLO)),
        ADMINISTRATOR,
    )
    assert desk.look(later).due_at == end_of_day(date(2023, 3, 23)), "every date follows"
    desk.ask(MoveFreeze(freeze_id=planned.freeze_id, cancel=True), ADMINISTRATOR)
    assert desk.look(later).due_at == end_of_day(date(2023, 3, 10))


def test_the_public_is_told_when_it_is_announced_and_until_it_ends(desk: Desk) -> None:
    announce = datetime(2023, 2, 10, 8, tzinfo=OSLO)
    planned = _planned(desk, announce_at=announce)
    assert planned.state == "planned"
    assert desk.ask(GetNotices(utility=BERGEN)).items == []
    seen = []
    for instant in (announce, STARTS, ENDS - MOMENT):
        desk.at(instant)
        seen += [view.state for view in desk.ask(GetNotices(utility=BERGEN)).items]
    assert seen == ["announced", "active", "active"]
    assert desk.ask(GetNotices(utility=TRAINING)).items == []
    desk.at(ENDS)
    assert desk.ask(GetNotices(utility=BERGEN)).items == []
    assert [view.state for view in desk.ask(ListFreezes(), CASEWORKER).items] == ["ended"]
    assert desk.ask(ListFreezes(), OTHER_STAFF).items == []


def test_the_sweep_tells_each_change_once(desk: Desk) -> None:
    _planned(desk)
    for instant in (STARTS - MOMENT, STARTS, STARTS, ENDS, ENDS):
        desk.at(instant)
        desk.sweep()
    told = desk.told("freeze_changed")
    assert [event["state"] for event in told] == ["announced", "active", "ended"]
    assert [event["revision"] for event in told] == [1, 2, 3]


def test_a_freeze_ends_after_it_starts_and_in_the_future(desk: Desk) -> None:
    desk.at(datetime(2023, 3, 20, tzinfo=OSLO))
    assert desk.refused(_plan(), ADMINISTRATOR).code == "BadInterval"
    desk.at(STARTS - MOMENT)
    assert desk.refused(_plan(ends_at=STARTS), ADMINISTRATOR).code == "BadInterval"
    planned = desk.ask(_plan(), ADMINISTRATOR)
    move = MoveFreeze(freeze_id=planned.freeze_id, ends_at=STARTS)
    assert desk.refused(move, ADMINISTRATOR).code == "BadInterval"
    desk.at(STARTS)
    begun = MoveFreeze(freeze_id=planned.freeze_id, starts_at=STARTS + timedelta(days=1))
    assert desk.refused(begun, ADMINISTRATOR).facts == {"reason": "begun"}
    desk.at(ENDS)
    late = MoveFreeze(freeze_id=planned.freeze_id, cancel=True)
    assert desk.refused(late, ADMINISTRATOR).facts["status"] == "ended"


def test_administrators_freeze_their_own_utility(desk: Desk) -> None:
    assert desk.refused(_plan(), CASEWORKER).code == "RoleMissing"
    planned = _planned(desk)
    stranger = ADMINISTRATOR.model_copy(update={"utility": TRAINING})
    cancel = MoveFreeze(freeze_id=planned.freeze_id, cancel=True)
    assert desk.refused(cancel, CASEWORKER).code == "RoleMissing"
    assert desk.refused(cancel, stranger).code == "FreezeNotFound"


def test_the_reason_is_given_in_every_language(desk: Desk) -> None:
    desk.at(datetime(2023, 2, 1, tzinfo=OSLO))
    refusal = desk.refused(_plan(reason={"nb": "Ny portal"}), ADMINISTRATOR)
    assert refusal.errors[0].field == "reason"


@pytest.mark.parametrize("day", [date(2023, 3, 12), date(2023, 3, 13)])
def test_no_date_is_pushed_twice(desk: Desk, day: date) -> None:
    _planned(desk)
    case = desk.asked("Mangler kart", due_on=day)
    expected = date(2023, 3, 16) if day == date(2023, 3, 12) else day
    assert case.due_at == end_of_day(expected)
