"""A new number: by a fresh factor and a code to it; both old contacts hear, and a day of calm."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor
from services.identity.contract.errors import (
    CodeExpired,
    OnHold,
    SessionEnded,
    StepUpNeeded,
    TooManySends,
    WrongCode,
)
from services.identity.contract.operations.factors import (
    BeginPasskey,
    BeginTotp,
    GetFactors,
    MakeRecoveryCodes,
)
from services.identity.contract.operations.mobile import BeginMobileChange, ConfirmMobileChange
from services.identity.contract.operations.passwords import ChangePassword
from services.identity.contract.operations.sessions import CheckSession
from tests.storage.identity.desk import NORA, NORAS_MOBILE, PASSWORD, Desk

NEW = "+4799900044"


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


def moved(desk: Desk, nora: Actor, mobile: str = NEW) -> None:
    desk.ask(BeginMobileChange(mobile=mobile), nora)
    desk.ask(ConfirmMobileChange(code=desk.code(mobile)), nora)


def test_codes_go_to_the_new_number_and_the_old_contacts_hear_of_it(
    desk: Desk, nora: Actor
) -> None:
    other = desk.log_in()
    moved(desk, nora)
    [told] = desk.told("mobile_enrolled")
    assert (told["email"], told["old_mobile"]) == (NORA, NORAS_MOBILE)
    assert desk.told("person_changed")[-1]["mobile"] == NEW
    assert desk.begin_login().hint == "*** ** 044"
    gone = CheckSession(secret=other.secret, portal="contractor")
    assert isinstance(desk.refused(gone), SessionEnded)


def test_nothing_changes_before_the_code(desk: Desk, nora: Actor) -> None:
    desk.ask(BeginMobileChange(mobile=NEW), nora)
    wrong = ConfirmMobileChange(code=desk.other_than(desk.code(NEW)))
    assert isinstance(desk.refused(wrong, nora), WrongCode)
    assert desk.begin_login().hint == "*** ** 001"


def test_sensitive_actions_wait_a_day(desk: Desk, nora: Actor) -> None:
    moved(desk, nora)
    held = BeginTotp(), BeginPasskey(), MakeRecoveryCodes(), BeginMobileChange(mobile=NORAS_MOBILE)
    for request in held:
        assert isinstance(desk.refused(request, nora), OnHold)
    assert desk.ask(GetFactors(), nora).held_until
    desk.ask(ChangePassword(current=PASSWORD, password="kumlokk-og-rist-88"), nora)


def test_an_old_login_is_not_enough(desk: Desk, nora: Actor) -> None:
    desk.later(601)
    for request in (BeginMobileChange(mobile=NEW), ConfirmMobileChange(code="123456")):
        assert isinstance(desk.refused(request, nora), StepUpNeeded)


def test_a_code_for_one_number_confirms_no_other(desk: Desk, nora: Actor) -> None:
    desk.ask(BeginMobileChange(mobile=NEW), nora)
    first = desk.code(NEW)
    desk.ask(BeginMobileChange(mobile="+4799900055"), nora)
    if first != desk.code("+4799900055"):
        assert isinstance(desk.refused(ConfirmMobileChange(code=first), nora), WrongCode)
    assert desk.begin_login().hint == "*** ** 001"


def test_one_account_names_three_numbers_in_ten_minutes(desk: Desk, nora: Actor) -> None:
    for number in range(3):
        desk.ask(BeginMobileChange(mobile=f"+479990006{number}"), nora)
    one_more = BeginMobileChange(mobile="+4799900069")
    assert isinstance(desk.refused(one_more, nora), TooManySends)


def test_without_a_number_under_way_there_is_no_code(desk: Desk, nora: Actor) -> None:
    assert isinstance(desk.refused(ConfirmMobileChange(code="123456"), nora), CodeExpired)
    desk.ask(BeginMobileChange(mobile=NEW), nora)
    desk.later(301)
    late = ConfirmMobileChange(code=desk.code(NEW))
    assert isinstance(desk.refused(late, nora), CodeExpired)
