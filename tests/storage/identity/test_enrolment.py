"""A person known from before registers a mobile, never on a password alone."""

from __future__ import annotations

import pytest

from services.identity.contract.errors import LinkExpired, LoginExpired, TooManySends, WrongCode
from services.identity.contract.operations.login import (
    BeginMobileEnrolment,
    CompleteFactor,
    ConfirmMobileEnrolment,
    ResendCode,
)
from services.identity.contract.operations.sessions import CheckSession
from tests.storage.identity.desk import NORA, NORAS_MOBILE, Desk


@pytest.fixture
def attempt(desk: Desk) -> str:
    """Nora was imported without a mobile and gave the right password."""
    desk.firm()
    desk.person(mobile=None)
    step = desk.begin_login()
    assert (step.next, step.methods, step.hint) == ("enrol_mobile", [], "")
    return step.attempt


def named(attempt: str, proof: str, mobile: str = NORAS_MOBILE) -> BeginMobileEnrolment:
    return BeginMobileEnrolment(attempt=attempt, mobile=mobile, proof=proof)


def test_the_e_mailed_proof_and_a_code_to_the_new_mobile_enrol_it(desk: Desk, attempt: str) -> None:
    [link] = desk.told("link_issued")
    assert (link["purpose"], link["path"]) == ("enrolment", "/logg-inn/mobil?bevis={token}")
    assert desk.told("code_issued") == []

    desk.ask(named(attempt, desk.link()))
    [code] = desk.told("code_issued")
    assert (code["purpose"], code["mobile"]) == ("enrolment", NORAS_MOBILE)
    opened = desk.ask(ConfirmMobileEnrolment(attempt=attempt, code=desk.code()))

    assert desk.ask(CheckSession(secret=opened.secret, portal="contractor")).actor.firm_id
    [told] = desk.told("mobile_enrolled")
    assert (told["email"], told["old_mobile"]) == (NORA, None)
    assert desk.told("person_changed")[-1]["mobile"] == NORAS_MOBILE
    assert desk.begin_login().next == "factor"


def test_a_password_alone_enrols_nothing(desk: Desk, attempt: str) -> None:
    assert isinstance(desk.refused(named(attempt, "x" * 43)), LinkExpired)
    for request in (
        CompleteFactor(attempt=attempt, method="sms", code="123456"),
        ResendCode(attempt=attempt),
    ):
        assert isinstance(desk.refused(request), LoginExpired)
    assert desk.refused(ConfirmMobileEnrolment(attempt=attempt, code="123456")).keeps
    assert desk.told("code_issued") == []


def test_a_proof_from_another_login_proves_nothing(desk: Desk, attempt: str) -> None:
    old_proof = desk.link()
    other = desk.begin_login().attempt
    assert isinstance(desk.refused(named(other, old_proof)), LinkExpired)
    assert isinstance(desk.refused(named(attempt, desk.link())), LinkExpired)


def test_a_mistyped_number_may_be_named_again(desk: Desk, attempt: str) -> None:
    desk.ask(named(attempt, desk.link(), "+4799900077"))
    sent_there = desk.code("+4799900077")
    desk.ask(named(attempt, desk.link()))
    if sent_there != desk.code():
        old = ConfirmMobileEnrolment(attempt=attempt, code=sent_there)
        assert isinstance(desk.refused(old), WrongCode)
    opened = desk.ask(ConfirmMobileEnrolment(attempt=attempt, code=desk.code()))
    assert opened.person.mobile_hint == "*** ** 001"


def test_of_two_logins_at_once_the_first_to_confirm_wins(desk: Desk, attempt: str) -> None:
    first_proof = desk.link()
    other = desk.begin_login().attempt
    desk.ask(named(other, desk.link(), "+4799900066"))
    desk.ask(named(attempt, first_proof))
    desk.ask(ConfirmMobileEnrolment(attempt=attempt, code=desk.code()))
    late = ConfirmMobileEnrolment(attempt=other, code=desk.code("+4799900066"))
    assert isinstance(desk.refused(late), LoginExpired)
    third = named(other, desk.link(), "+4799900066")
    assert isinstance(desk.refused(third), LoginExpired)


def test_the_proof_ends_with_the_attempt(desk: Desk, attempt: str) -> None:
    desk.later(901)
    assert isinstance(desk.refused(named(attempt, desk.link())), LoginExpired)


def test_a_new_code_to_the_new_mobile_is_a_minute_away(desk: Desk, attempt: str) -> None:
    desk.ask(named(attempt, desk.link()))
    assert isinstance(desk.refused(ResendCode(attempt=attempt)), TooManySends)
    desk.later(61)
    desk.ask(ResendCode(attempt=attempt))
    assert [data["purpose"] for data in desk.told("code_issued")] == ["enrolment"] * 2
