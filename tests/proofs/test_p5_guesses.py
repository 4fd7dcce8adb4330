"""P5 over HTTP: 500 guesses over 50 connections, 200 uses of one app code, as fast as they go.

What was compared is read off identity's own counter, not off the answers.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

import pyotp
import pytest

from deploy.local.description import Description
from services.chassis import clock
from tests.journeys.accounts import Account, new_account
from tests.journeys.test_traces_left import counted
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
CONNECTIONS, GUESSES, USES = 50, 500, 200
COMPARED = "identity_codes_compared_total"


def begun(bed: Description, account: Account) -> dict[str, str]:
    """The cookies of a login whose password was right."""
    with Visitor(bed) as visitor:
        visitor.post("/sessions", {"email": account.email, "password": PASSWORD})
        return dict(visitor.cookies)


def sent(bed: Description, cookies: dict[str, str], method: str, codes: list[str]) -> list[str]:
    """These codes one after the other on one connection; how each was answered."""
    outcomes = []
    with Visitor(bed) as visitor:
        for code in codes:
            visitor.cookies = dict(cookies)
            body = {"method": method, "code": code}
            answer = visitor.ask("POST", "/sessions/current/factor", json=body)
            outcomes.append("right" if answer.is_success else str(answer.json()["code"]))
    return outcomes


def over_connections(
    bed: Description, cookies: dict[str, str], method: str, codes: list[str]
) -> Counter[str]:
    """All of them, dealt out to 50 connections."""
    dealt = [codes[n::CONNECTIONS] for n in range(CONNECTIONS)]
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        found = pool.map(sent, repeat(bed), repeat(cookies), repeat(method), dealt)
        return Counter(outcome for outcomes in found for outcome in outcomes)


def test_of_500_guesses_over_50_connections_at_most_five_are_compared(bed: Description) -> None:
    cookies = begun(bed, new_account(bed))
    before = counted(bed, "identity", COMPARED)
    guesses = [f"{number:06d}" for number in range(GUESSES)]
    outcomes = over_connections(bed, cookies, "sms", guesses)
    assert sum(outcomes.values()) == GUESSES
    assert counted(bed, "identity", COMPARED) - before == outcomes["WrongCode"] <= 5
    assert outcomes["right"] == 0


def test_of_200_uses_of_one_app_code_at_once_one_succeeds(bed: Description) -> None:
    account = new_account(bed)
    with Visitor(bed) as owner:
        owner.log_in(account.email, account.mobile)
        app = pyotp.TOTP(owner.post("/me/totp")["secret"])
        until(lambda: clock.now().timestamp() % 30 < 20, within=11, what="a code that lasts")
        owner.post("/me/totp/confirm", {"code": app.generate_otp(step() - 1)})
    cookies = begun(bed, account)
    outcomes = over_connections(bed, cookies, "totp", [app.generate_otp(step())] * USES)
    assert outcomes["right"] == 1, outcomes
    assert sum(outcomes.values()) == USES


def step() -> int:
    """The 30 seconds we are in."""
    return int(clock.now().timestamp()) // 30
