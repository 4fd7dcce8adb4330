"""Password, then an SMS code; and how guessing goes."""

from __future__ import annotations

import pytest
from sqlalchemy import text, update

from services.chassis.db.transaction import begin
from services.chassis.messages import InvalidRequest, Refusal
from services.identity.contract.errors import (
    CodeExpired,
    LoginExpired,
    TooManySends,
    TooManyTries,
    UnknownUtility,
    WrongCode,
    WrongLogin,
)
from services.identity.contract.operations.login import BeginLogin, CompleteFactor, ResendCode
from services.identity.contract.types.words import Portal
from services.identity.model import Guard
from services.identity.settings import identity_settings
from services.identity.steps.verify_code import codes_of
from services.identity.store import guards, people
from tests.storage.identity.desk import BERGEN, NORA, NORAS_MOBILE, SYSTEM, Desk

WRONG = "feil-passord"


@pytest.fixture
def nora(desk: Desk) -> str:
    """Nora is the administrator of an approved firm; her id."""
    desk.firm()
    return desk.person()


def guess(email: str = NORA, password: str = WRONG, portal: Portal = "contractor") -> BeginLogin:
    return BeginLogin(email=email, password=password, portal=portal, utility=BERGEN)


def test_two_factors_open_a_session(desk: Desk, nora: str) -> None:
    step = desk.begin_login()
    assert (step.next, step.methods, step.hint) == ("factor", ["sms"], "*** ** 001")
    opened = desk.ask(CompleteFactor(attempt=step.attempt, method="sms", code=desk.code()))
    assert opened.person.person_id == nora
    assert opened.person.firm_id == opened.person.firms[0].firm_id
    assert opened.idle_seconds == 1800
    [told] = desk.recorded("session_opened.v1")
    assert told["method"] == "sms"


def test_the_address_is_known_whatever_its_case(desk: Desk, nora: str) -> None:
    assert desk.begin_login(email=NORA.upper()).next == "factor"


def test_unknown_wrong_locked_and_without_standing_are_refused_alike(desk: Desk, nora: str) -> None:
    desk.person("saks@vann.example", orgnr=None, mobile="+4799900003", staff_roles=("caseworker",))
    refused = [
        desk.refused(guess("ukjent@muffe.example")),
        desk.refused(guess()),
        desk.refused(guess(portal="operator", password="vann-og-avlop-2026")),
        desk.refused(guess("saks@vann.example", password="vann-og-avlop-2026")),
    ]
    for _ in range(12):
        refused.append(desk.refused(guess()))
    refused.append(desk.refused(guess(password="vann-og-avlop-2026")))
    assert {type(refusal) for refusal in refused} == {WrongLogin}
    assert len({str(refusal.on_the_wire()) for refusal in refused}) == 1
    assert desk.told("code_issued") == []


def test_an_unknown_address_costs_the_same_comparison(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[bool] = []

    def counting(kept: str | None, password: str) -> bool:
        compared.append(kept is None)
        return False

    monkeypatch.setattr("services.identity.store.hashing.matches", counting)
    desk.refused(guess("ukjent@muffe.example"))
    assert compared == [True]
    assert desk.count("guard") == 1
    assert len(desk.recorded("login_refused.unknown")) == 1


def test_a_locked_account_opens_again_by_itself(desk: Desk, nora: str) -> None:
    for _ in range(5):
        desk.refused(guess())
    right = guess(password="vann-og-avlop-2026")
    assert isinstance(desk.refused(right), WrongLogin)
    desk.later(31)
    assert desk.ask(right).next == "factor"
    whys = [entry["why"] for entry in desk.recorded("login_refused.v1")]
    assert whys == ["password"] * 5 + ["locked"]


def test_ten_failures_an_hour(desk: Desk, nora: str) -> None:
    for _ in range(10):
        desk.refused(guess())
        desk.later(200)
    right = guess(password="vann-og-avlop-2026")
    assert isinstance(desk.refused(right), WrongLogin)
    desk.later(1801)
    assert desk.ask(right).next == "factor"


def test_a_hundred_in_a_row_disable_the_factor(desk: Desk, nora: str) -> None:
    step = desk.begin_login()
    with_guard(desk, nora, in_row=99)
    wrong = CompleteFactor(attempt=step.attempt, method="sms", code=desk.other_than(desk.code()))
    assert isinstance(desk.refused(wrong), WrongCode)
    desk.later(901)
    again = desk.begin_login()
    right = CompleteFactor(attempt=again.attempt, method="sms", code=desk.code())
    refused = desk.refused(right)
    assert isinstance(refused, TooManyTries)
    assert refused.retry_after == 24 * 3600


def with_guard(desk: Desk, person_id: str, *, in_row: int) -> None:
    """As if so many codes had failed long ago."""
    with begin(SYSTEM) as work:
        guards.claim(work.session, codes_of(person_id), work.now)
        work.session.execute(update(Guard).values(in_row=in_row, in_window=0, not_before=work.now))


def test_five_checks_a_code_and_a_new_code_resets_nothing(desk: Desk, nora: str) -> None:
    step = desk.begin_login()
    for _ in range(5):
        wrong = CompleteFactor(
            attempt=step.attempt, method="sms", code=desk.other_than(desk.code())
        )
        assert isinstance(desk.refused(wrong), WrongCode)
    desk.later(61)
    void = CompleteFactor(attempt=step.attempt, method="sms", code=desk.code())
    assert isinstance(desk.refused(void), CodeExpired)

    desk.ask(ResendCode(attempt=step.attempt))
    wrong = CompleteFactor(attempt=step.attempt, method="sms", code=desk.other_than(desk.code()))
    assert isinstance(desk.refused(wrong), WrongCode)
    right = CompleteFactor(attempt=step.attempt, method="sms", code=desk.code())
    refused = desk.refused(right)
    assert isinstance(refused, TooManyTries)
    assert 55 <= (refused.retry_after or 0) <= 61
    desk.later(62)
    assert desk.ask(right).secret


def test_a_code_opens_one_session_only(desk: Desk, nora: str) -> None:
    step = desk.begin_login()
    right = CompleteFactor(attempt=step.attempt, method="sms", code=desk.code())
    desk.ask(right)
    assert isinstance(desk.refused(right), LoginExpired)


def test_a_code_is_worth_nothing_at_another_attempt(desk: Desk, nora: str) -> None:
    first = desk.begin_login()
    code = desk.code()
    second = desk.begin_login()
    if code != desk.code():
        elsewhere = CompleteFactor(attempt=second.attempt, method="sms", code=code)
        assert isinstance(desk.refused(elsewhere), WrongCode)
    assert desk.ask(CompleteFactor(attempt=first.attempt, method="sms", code=code)).secret


def test_a_code_lives_five_minutes_and_an_attempt_fifteen(desk: Desk, nora: str) -> None:
    step = desk.begin_login()
    right = CompleteFactor(attempt=step.attempt, method="sms", code=desk.code())
    desk.later(301)
    assert isinstance(desk.refused(right), CodeExpired)
    desk.later(600)
    assert isinstance(desk.refused(right), LoginExpired)
    assert isinstance(desk.refused(ResendCode(attempt=step.attempt)), LoginExpired)


def test_a_stranger_has_no_attempt_and_no_other_method_is_set_up(desk: Desk, nora: str) -> None:
    stranger = CompleteFactor(attempt="x" * 43, method="sms", code="123456")
    assert isinstance(desk.refused(stranger), LoginExpired)
    step = desk.begin_login()
    refused = desk.refused(CompleteFactor(attempt=step.attempt, method="totp", code="123456"))
    assert isinstance(refused, InvalidRequest)
    assert [(e.field, e.code) for e in refused.errors] == [("method", "not_set_up")]


def test_a_resend_is_a_minute_away_and_a_number_takes_three_in_ten_minutes(
    desk: Desk, nora: str
) -> None:
    step = desk.begin_login()
    assert isinstance(desk.refused(ResendCode(attempt=step.attempt)), TooManySends)
    for _ in range(2):
        desk.later(61)
        desk.ask(ResendCode(attempt=step.attempt))
    desk.later(61)
    assert isinstance(desk.refused(ResendCode(attempt=step.attempt)), TooManySends)
    with pytest.raises(Refusal) as refused:
        desk.begin_login()
    assert isinstance(refused.value, TooManySends)


def test_the_daily_budget_fails_closed(
    desk: Desk, nora: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENDS_DAY", "1")
    identity_settings.cache_clear()
    desk.begin_login()
    desk.later(3600)
    with pytest.raises(TooManySends):
        desk.begin_login()


def test_only_norwegian_numbers_are_sent_to(desk: Desk, nora: str) -> None:

    with begin(SYSTEM) as work:
        people.locked(work.session, nora).mobile = "+4591234567"
    with pytest.raises(InvalidRequest):
        desk.begin_login()


def test_an_unknown_utility_is_refused(desk: Desk) -> None:
    somewhere = BeginLogin(email=NORA, password="x", portal="contractor", utility="atlantis")
    assert isinstance(desk.refused(somewhere), UnknownUtility)


def test_nothing_secret_is_kept_or_told_in_the_open(desk: Desk, nora: str) -> None:

    step = desk.begin_login()
    code = desk.code()
    opened = desk.ask(CompleteFactor(attempt=step.attempt, method="sms", code=code))
    tables = ("login_attempt", "one_time_code", "login_session", "outbox", "audit", "person")
    with begin(SYSTEM) as work:
        kept = " ".join(
            str(row)
            for table in tables
            for row in work.session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - named above
        )
    for secret in (step.attempt, opened.secret, "vann-og-avlop-2026", f"'{code}'"):
        assert secret not in kept
    assert "$argon2id$v=19$m=47104,t=1,p=1$" in kept
    assert NORAS_MOBILE in kept
