"""Proving oneself again: any factor, a fresh secret, counted as at a login."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, InvalidRequest
from services.identity.contract.errors import (
    CodeExpired,
    SessionEnded,
    StepUpNeeded,
    TooManySends,
    TooManyTries,
    WrongCode,
)
from services.identity.contract.operations.factors import GetFactors, MakeRecoveryCodes
from services.identity.contract.operations.login import CompleteFactor
from services.identity.contract.operations.sessions import CheckSession, EndSession
from services.identity.contract.operations.step_up import SendStepUpCode, StepUp
from services.identity.contract.types.login import OpenedSession
from tests.storage.identity.desk import Desk


@pytest.fixture
def opened(desk: Desk) -> OpenedSession:
    """Nora logged in a while ago."""
    desk.firm()
    desk.person()
    session = desk.log_in()
    desk.later(601)
    return session


@pytest.fixture
def nora(desk: Desk, opened: OpenedSession) -> Actor:
    return desk.actor(opened)


def test_a_code_steps_up_and_the_old_secret_is_worth_nothing(
    desk: Desk, opened: OpenedSession, nora: Actor
) -> None:
    assert isinstance(desk.refused(MakeRecoveryCodes(), nora), StepUpNeeded)
    desk.ask(SendStepUpCode(), nora)
    assert desk.told("code_issued")[-1]["purpose"] == "step_up"
    again = desk.ask(StepUp(method="sms", code=desk.code()), nora)
    old = CheckSession(secret=opened.secret, portal="contractor")
    assert isinstance(desk.refused(old), SessionEnded)
    assert again.session_id == opened.session_id
    assert desk.actor(again).user_id == nora.user_id
    assert desk.ask(MakeRecoveryCodes(), nora).codes
    assert desk.recorded("stepped_up.v1")[0]["method"] == "sms"
    factors = desk.ask(GetFactors(), nora)
    assert (factors.methods, factors.has_password) == (["sms", "recovery"], True)


def test_codes_of_a_login_and_of_a_step_up_do_not_mix(desk: Desk, nora: Actor) -> None:
    attempt = desk.begin_login().attempt
    login_code = desk.code()
    assert isinstance(desk.refused(StepUp(method="sms", code=login_code), nora), CodeExpired)
    desk.ask(SendStepUpCode(), nora)
    stolen = CompleteFactor(attempt=attempt, method="sms", code=desk.code())
    if login_code != desk.code():
        assert isinstance(desk.refused(stolen), WrongCode)


def test_guesses_count_and_slow_down(desk: Desk, nora: Actor) -> None:
    desk.ask(SendStepUpCode(), nora)
    wrong = StepUp(method="sms", code=desk.other_than(desk.code()))
    for _ in range(5):
        assert isinstance(desk.refused(wrong, nora), WrongCode)
    right = StepUp(method="sms", code=desk.code())
    assert isinstance(desk.refused(right, nora), TooManyTries)
    attempt = desk.begin_login().attempt
    login = CompleteFactor(attempt=attempt, method="sms", code=desk.code())
    assert isinstance(desk.refused(login), TooManyTries)
    assert [entry["why"] for entry in desk.recorded("login_refused.v1")] == ["factor"] * 5


def test_a_method_that_is_not_set_up(desk: Desk, nora: Actor) -> None:
    for method in ("totp", "passkey", "recovery"):
        request = StepUp.model_validate({"method": method, "code": "123456"})
        assert isinstance(desk.refused(request, nora), InvalidRequest)


def test_a_new_code_is_a_minute_away(desk: Desk, nora: Actor) -> None:
    desk.ask(SendStepUpCode(), nora)
    assert isinstance(desk.refused(SendStepUpCode(), nora), TooManySends)


def test_an_ended_session_steps_nobody_up(desk: Desk, nora: Actor) -> None:
    desk.ask(SendStepUpCode(), nora)
    code = desk.code()
    desk.ask(EndSession(), nora)
    for request in (StepUp(method="sms", code=code), SendStepUpCode()):
        assert isinstance(desk.refused(request, nora), SessionEnded)
