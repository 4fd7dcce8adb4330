"""Making the portal send costs us money and others sleep: every limit, each seen to let it through.

With `sends.claim` replaced by one that counts nothing, the same attack goes on for as long as it is
asked to; the advisory lock under it is shown in `test_parallel_guesses.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from services.identity.contract.errors import TooManySends
from services.identity.contract.operations.login import ResendCode
from services.identity.contract.operations.mobile import BeginMobileChange
from services.identity.contract.operations.origin import Caller
from services.identity.contract.operations.passwords import AskPasswordReset
from services.identity.contract.operations.registration import ResendRegistrationCode
from services.identity.contract.operations.step_up import SendStepUpCode
from services.identity.settings import identity_settings
from services.identity.store import sends
from tests.storage.identity.desk import BERGEN, NORAS_MOBILE, Desk, registration
from tests.storage.identity.test_parallel_guesses import outcome_of

TRIES = 40
FROM = Caller(address="198.51.100.7")
Attack = Callable[[Desk, int], None]


def new_logins(desk: Desk, number: int) -> None:
    """The password is known; each login sends a code."""
    del number
    desk.begin_login()


def resends(desk: Desk, number: int) -> None:
    """A login, and its code once more when a minute has passed."""
    del number
    attempt = desk.begin_login().attempt
    desk.later(61)
    desk.ask(ResendCode(attempt=attempt))


def registrations(desk: Desk, number: int) -> None:
    """Made-up firms, always somebody else's number."""
    asked = registration(admin={"email": f"noen{number}@muffe.example", "mobile": NORAS_MOBILE})
    desk.ask(asked.model_copy(update={"caller": FROM}))


def registrations_of_many(desk: Desk, number: int) -> None:
    """Another number each time, from one network address."""
    admin = {"email": f"noen{number}@muffe.example", "mobile": f"+47999001{number:02d}"}
    desk.ask(registration(admin=admin).model_copy(update={"caller": FROM}))


def resets(desk: Desk, number: int) -> None:
    """Another mailbox each time, from one network address."""
    email = f"noen{number}@muffe.example"
    asked = AskPasswordReset(email=email, portal="contractor", utility=BERGEN, caller=FROM)
    desk.ask(asked)


def new_numbers(desk: Desk, number: int) -> None:
    """A stolen session names one number after the other."""
    asked = BeginMobileChange(mobile=f"+47999002{number:02d}")
    desk.ask(asked, desk.tokens["nora"])


ATTACKS: dict[str, tuple[Attack, int]] = {
    "logins with a known password": (new_logins, 3),
    "resends of codes": (resends, 5),
    "registrations with one number": (registrations, 3),
    "registrations from one address": (registrations_of_many, 20),
    "resets from one address": (resets, 20),
    "new numbers in one session": (new_numbers, 3),
}
"""Each attack, and how often it works at most before its limit."""


def repeated(desk: Desk, attack: Attack) -> int:
    """How many of the tries were let through."""
    outcomes = [outcome_of(lambda number=number: attack(desk, number)) for number in range(TRIES)]
    assert set(outcomes) <= {"right", "TooManySends"}
    return outcomes.count("right")


@pytest.fixture
def nora(desk: Desk) -> Desk:
    """Nora is logged in; her codes count from here on."""
    desk.firm("312124718")
    desk.person(orgnr="312124718", mobile=NORAS_MOBILE)
    desk.tokens["nora"] = desk.actor(desk.log_in())
    desk.later(590)
    return desk


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_at_its_limit(nora: Desk, name: str) -> None:
    attack, most = ATTACKS[name]
    assert 0 < repeated(nora, attack) <= most


@pytest.mark.parametrize("name", ATTACKS)
def test_without_the_count_it_would_go_on(
    nora: Desk, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sends, "claim", lambda *_: None)
    attack, _ = ATTACKS[name]
    assert repeated(nora, attack) == TRIES


def test_the_daily_budget_fails_closed_for_everybody(
    nora: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENDS_DAY", "2")
    identity_settings.cache_clear()
    nora.ask(registration().model_copy(update={"caller": FROM}))
    asked = registration(admin={"email": "en@muffe.example", "mobile": "+4799900191"})
    for request, actor in (
        (asked, None),
        (SendStepUpCode(), nora.tokens["nora"]),
        (BeginMobileChange(mobile="+4799900192"), nora.tokens["nora"]),
    ):
        refused = nora.refused(request, actor)
        assert isinstance(refused, TooManySends)
    before = len(nora.told("code_issued"))
    assert before == 2


def test_a_refused_send_sends_nothing(nora: Desk) -> None:
    receipt = nora.ask(registration().model_copy(update={"caller": FROM}))
    before = len(nora.told("code_issued"))
    for _ in range(5):
        again = ResendRegistrationCode(registration_id=receipt.registration_id, caller=FROM)
        assert isinstance(nora.refused(again), TooManySends)
    assert len(nora.told("code_issued")) == before
