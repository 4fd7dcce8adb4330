"""Guessing at once: however many try together, five are compared.

Seen to fail first. With the conditional UPDATE of `codes.check` replaced by a SELECT, an `if` and
an UPDATE to the number read plus one, all 32 of 32 guesses were compared in each of three rounds,
and a right code was used twice: every thread had read the count before another wrote it. With the
one of `guards.claim` replaced in the same way, all 16 of 16 tries were let through. The 500 guesses
at one login held even then, because an attempt lets them in one by one.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from prometheus_client import REGISTRY

from services.chassis.db.transaction import begin
from services.chassis.messages import Refusal
from services.identity.contract.operations.login import CompleteFactor
from services.identity.domain import waits
from services.identity.store import codes, guards, sends
from tests.storage.identity.desk import SYSTEM, Desk

AT_ONCE = 16
GUESSES = 500


def compared(purpose: str) -> float:
    return REGISTRY.get_sample_value("identity_codes_compared_total", {"purpose": purpose}) or 0.0


def together(number: int, once: Callable[[], str]) -> Counter[str]:
    """Run it so many times, 16 at a time, beginning at the same instant; count the outcomes."""
    start = threading.Barrier(AT_ONCE)

    def worker(share: int) -> list[str]:
        start.wait()
        return [once() for _ in range(share)]

    shares = [number // AT_ONCE + (n < number % AT_ONCE) for n in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(outcome for found in pool.map(worker, shares) for outcome in found)


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refusal as refusal:
        return refusal.code
    return "right"


def test_of_500_guesses_at_one_login_at_most_five_are_compared(desk: Desk) -> None:
    desk.firm()
    desk.person()
    step = desk.begin_login()
    wrong = CompleteFactor(attempt=step.attempt, method="sms", code=desk.other_than(desk.code()))
    before = compared("login")
    outcomes = together(GUESSES, lambda: outcome_of(lambda: desk.ask(wrong)))
    assert compared("login") - before == outcomes["WrongCode"] <= 5
    assert outcomes["WrongCode"] + outcomes["TooManyTries"] + outcomes["CodeExpired"] == GUESSES


@pytest.mark.parametrize("round", range(3))
def test_the_code_alone_lets_five_of_many_guesses_through(desk: Desk, round: int) -> None:
    with begin(SYSTEM) as work:
        codes.keep(work.session, "login", "attempt", "123456", work.now)

    def guess() -> None:
        with begin(SYSTEM) as work:
            codes.check(work.session, "login", "attempt", "654321", work.now)

    before = compared("login")
    outcomes = together(32, lambda: outcome_of(guess))
    assert outcomes == {"WrongCode": 5, "CodeExpired": 27}
    assert compared("login") - before == 5


def test_a_right_code_is_used_once_by_many_at_once(desk: Desk) -> None:
    with begin(SYSTEM) as work:
        codes.keep(work.session, "login", "attempt", "123456", work.now)

    def use() -> None:
        with begin(SYSTEM) as work:
            codes.check(work.session, "login", "attempt", "123456", work.now)

    assert together(32, lambda: outcome_of(use)) == {"right": 1, "CodeExpired": 31}


def test_tries_at_one_account_at_once_are_all_counted(desk: Desk) -> None:
    def claim() -> str:
        with begin(SYSTEM) as work:
            return str(guards.claim(work.session, "sms:nora", work.now) is not None)

    outcomes = together(AT_ONCE, claim)
    assert outcomes["True"] == waits.FREE_FAILURES + 1


def test_sends_to_one_number_at_once_stay_within_the_limit(desk: Desk) -> None:
    """Seen to fail without the advisory lock."""
    three = [sends.Limit(3, timedelta(minutes=10))]

    def send() -> None:
        with begin(SYSTEM) as work:
            sends.claim(work.session, "number:one", three, work.now)

    outcomes = together(AT_ONCE, lambda: outcome_of(send))
    assert outcomes == {"right": 3, "TooManySends": AT_ONCE - 3}
