"""Go-live: the portal takes applications in from a set instant on (R38, R63), as in the source
text: opened Monday 13 March 2023, drafts before that."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from services.cases.contract.operations.catalogue import GetCaseType, ListCaseTypes
from services.cases.contract.operations.drafts import SubmitCase
from services.cases.contract.operations.freezes import GetNotices
from services.cases.contract.operations.rules import GetRules, SetRules
from services.chassis.clock import OSLO
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import (
    ADMINISTRATOR,
    BERGEN,
    CASEWORKER,
    ELSEWHERE,
    FIRM,
    SYSTEM,
    TRAINING,
)

OPENS = datetime(2023, 3, 13, 7, tzinfo=OSLO)
MOMENT = timedelta(seconds=1)


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """A month before the portal opens."""
    desk.at(datetime(2023, 2, 13, 12, tzinfo=OSLO))
    desk.ask(SetRules(opens_at=OPENS), ADMINISTRATOR)
    return desk


def test_drafts_are_made_before_and_sent_in_from_the_instant_on(closed: Desk) -> None:
    case = closed.draft()
    submit = SubmitCase(case_id=case.case_id)
    assert reasons(closed.look(case))["submit"] == "utility_not_open"
    closed.at(OPENS - MOMENT)
    refusal = closed.refused(submit)
    assert refusal.code == "CaseNotFound", "nobody is nobody before as after"
    refusal = closed.refused(submit, FIRM)
    assert refusal.code == "UtilityNotOpen"
    assert datetime.fromisoformat(refusal.facts["opens_at"]) == OPENS
    assert closed.look(case).status == "draft"
    closed.at(OPENS)
    assert closed.ask(submit, FIRM).status == "received"


def test_another_utility_is_open_as_ever(closed: Desk) -> None:
    assert closed.submitted(actor=ELSEWHERE).status == "received"
    assert closed.ask(GetRules(utility=TRAINING)).opens_at is None


def test_the_opening_moves_until_it_has_been(closed: Desk) -> None:
    later = OPENS + timedelta(days=7)
    closed.ask(SetRules(opens_at=later), ADMINISTRATOR)
    assert closed.ask(GetRules(utility=BERGEN)).opens_at == later
    past = SetRules(opens_at=datetime(2023, 2, 1, tzinfo=OSLO))
    assert closed.refused(past, ADMINISTRATOR).facts == {"reason": "past"}
    assert closed.refused(SetRules(opens_at=OPENS), CASEWORKER).code == "RoleMissing"
    closed.at(later)
    again = SetRules(opens_at=later + timedelta(days=1))
    refusal = closed.refused(again, ADMINISTRATOR)
    assert (refusal.code, refusal.facts) == ("BadInterval", {"reason": "begun"})


def test_the_catalogue_says_from_when(closed: Desk) -> None:
    before = closed.ask(ListCaseTypes(utility=BERGEN)).items
    assert {(kind.open, kind.opens_at) for kind in before} == {(False, OPENS)}
    assert closed.ask(GetCaseType(utility=BERGEN, code="RORM")).opens_at == OPENS
    assert closed.ask(GetNotices(utility=BERGEN)).opens_at == OPENS
    assert closed.ask(GetNotices(utility=TRAINING)).opens_at is None
    closed.at(OPENS)
    assert all(kind.open for kind in closed.ask(ListCaseTypes(utility=BERGEN)).items)
    assert closed.ask(GetNotices(utility=BERGEN)).opens_at is None


def test_a_utility_is_set_up_with_its_opening(desk: Desk) -> None:
    """Each time the installation starts; what an administrator chose since stands."""
    set_up = SetRules(utility=BERGEN, opens_at=OPENS)
    assert desk.ask(set_up, SYSTEM).opens_at == OPENS
    assert desk.ask(GetRules(utility=TRAINING)).opens_at is None
    desk.at(datetime(2023, 2, 13, tzinfo=OSLO))
    later = OPENS + timedelta(days=7)
    desk.ask(SetRules(opens_at=later), ADMINISTRATOR)
    assert desk.ask(set_up, SYSTEM).opens_at == later
    desk.ask(SetRules(utility=TRAINING, transfer="new_application"), ADMINISTRATOR)
    assert desk.ask(GetRules(utility=TRAINING)).transfer == "confirmed", "one's own alone"
