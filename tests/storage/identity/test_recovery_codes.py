"""Codes on paper: ten, each once, told of, and never in the open."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest
from services.identity.contract.errors import StepUpNeeded, WrongCode
from services.identity.contract.operations.factors import GetFactors, MakeRecoveryCodes
from services.identity.contract.operations.login import CompleteFactor
from services.identity.model import RecoveryCode
from tests.storage.identity.desk import NORA, SYSTEM, Desk
from tests.storage.identity.test_parallel_guesses import outcome_of, together


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


@pytest.fixture
def codes(desk: Desk, nora: Actor) -> list[str]:
    """Nora has printed ten."""
    return desk.ask(MakeRecoveryCodes(), nora).codes


def by_paper(desk: Desk, code: str) -> CompleteFactor:
    return CompleteFactor(attempt=desk.begin_login().attempt, method="recovery", code=code)


def test_ten_of_80_bits_are_kept_as_hashes(desk: Desk, nora: Actor, codes: list[str]) -> None:
    assert len(set(codes)) == 10
    assert all(len(code.replace("-", "")) == 16 for code in codes)
    with begin(SYSTEM) as work:
        kept = work.session.scalars(select(RecoveryCode.hash)).all()
    assert len(kept) == 10
    assert not {code.replace("-", "") for code in codes} & {*kept}
    assert desk.ask(GetFactors(), nora).recovery_left == 10


def test_one_stands_in_for_the_phone_once_and_the_owner_is_told(
    desk: Desk, nora: Actor, codes: list[str]
) -> None:
    assert desk.begin_login().methods == ["sms", "recovery"]
    typed = codes[0].upper().replace("-", " ").replace("0", "O")
    assert desk.ask(by_paper(desk, typed)).secret
    [told] = desk.told("recovery_code_used")
    assert (told["email"], told["left"]) == (NORA, 9)
    assert desk.ask(GetFactors(), nora).recovery_left == 9
    assert isinstance(desk.refused(by_paper(desk, codes[0])), WrongCode)


def test_used_by_many_at_once_it_opens_once(desk: Desk, codes: list[str]) -> None:
    wanted = [by_paper(desk, codes[0]) for _ in range(2)] * 8
    outcomes = together(16, lambda: outcome_of(lambda: desk.ask(wanted.pop())))
    assert outcomes["right"] == 1


def test_new_codes_void_the_old(desk: Desk, nora: Actor, codes: list[str]) -> None:
    desk.ask(MakeRecoveryCodes(), nora)
    assert isinstance(desk.refused(by_paper(desk, codes[0])), WrongCode)
    assert [told["change"] for told in desk.told("factor_changed")] == ["recovery_codes_made"] * 2


def test_without_any_it_is_no_method(desk: Desk, nora: Actor) -> None:
    refused = desk.refused(by_paper(desk, "0000-0000-0000-0000"))
    assert isinstance(refused, InvalidRequest)


def test_another_persons_code_is_worth_nothing(desk: Desk, codes: list[str]) -> None:
    desk.person("per@muffe.example", mobile="+4799900002", name="Per Pump")
    per = desk.actor(desk.log_in("per@muffe.example", "+4799900002"))
    desk.ask(MakeRecoveryCodes(), per)
    attempt = desk.begin_login("per@muffe.example").attempt
    stolen = CompleteFactor(attempt=attempt, method="recovery", code=codes[0])
    assert isinstance(desk.refused(stolen), WrongCode)


def test_they_are_made_after_a_fresh_factor_only(desk: Desk, nora: Actor) -> None:
    desk.later(601)
    assert isinstance(desk.refused(MakeRecoveryCodes(), nora), StepUpNeeded)
