"""P6: somebody else knows the password; each path, and the check that closes it taken out."""

from __future__ import annotations

from importlib import import_module

import pytest

from services.chassis.db.transaction import begin
from services.identity.contract.operations.factors import BeginTotp
from services.identity.contract.operations.login import (
    BeginMobileEnrolment,
    CompleteFactor,
    ConfirmMobileEnrolment,
)
from services.identity.contract.operations.mobile import BeginMobileChange
from services.identity.contract.operations.passwords import AskPasswordReset, ResetPassword
from services.identity.contract.types.words import FactorMethod
from services.identity.sweeps import send_reset_links
from tests.storage.identity.desk import BERGEN, NORA, SYSTEM, Desk
from tests.storage.identity.test_parallel_guesses import outcome_of

THIEFS = "+4799900099"
OPERATIONS = "services.identity.operations"


def enrols_by_password_alone(desk: Desk) -> str:
    """An imported person without a mobile: the thief names theirs, with a made-up proof."""
    attempt = desk.begin_login().attempt
    asked = BeginMobileEnrolment(attempt=attempt, mobile=THIEFS, proof="x" * 43)
    named = outcome_of(lambda: desk.ask(asked))
    if named != "right":
        return named
    confirmed = ConfirmMobileEnrolment(attempt=attempt, code=desk.code(THIEFS))
    return outcome_of(lambda: desk.ask(confirmed))


def test_a_phone_is_not_enrolled_without_the_mailed_proof(desk: Desk) -> None:
    desk.firm()
    desk.person(mobile=None)
    assert enrols_by_password_alone(desk) == "LinkExpired"
    assert desk.told("code_issued") == []


def test_without_the_proof_it_would_be(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.firm()
    desk.person(mobile=None)
    module = import_module(f"{OPERATIONS}.begin_mobile_enrolment")
    monkeypatch.setattr(module, "same", lambda *_: True)
    assert enrols_by_password_alone(desk) == "right"


@pytest.mark.parametrize("method", ["sms", "totp", "passkey", "recovery"])
def test_no_method_opens_a_session_without_the_thing_itself(
    desk: Desk, method: FactorMethod
) -> None:
    desk.firm()
    desk.person()
    attempt = desk.begin_login().attempt
    guess = CompleteFactor(attempt=attempt, method=method, code=desk.other_than(desk.code()))
    assert outcome_of(lambda: desk.ask(guess)) in ("WrongCode", "InvalidRequest")
    assert desk.count("login_session") == 0


def test_a_hijacked_old_session_adds_no_way_in(desk: Desk) -> None:
    desk.firm()
    desk.person()
    nora = desk.actor(desk.log_in())
    desk.later(601)
    assert outcome_of(lambda: desk.ask(BeginTotp(), nora)) == "StepUpNeeded"
    change = BeginMobileChange(mobile=THIEFS)
    assert outcome_of(lambda: desk.ask(change, nora)) == "StepUpNeeded"


def test_without_the_step_up_it_would(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.firm()
    desk.person()
    nora = desk.actor(desk.log_in())
    desk.later(601)
    module = import_module(f"{OPERATIONS}.begin_totp")
    monkeypatch.setattr(module, "ensure_stepped_up", lambda _: None)
    assert outcome_of(lambda: desk.ask(BeginTotp(), nora)) == "right"


def test_a_stolen_mailbox_resets_the_password_and_gets_no_further(desk: Desk) -> None:
    """The second factor is what it was; the phone hears of the new password."""
    desk.firm()
    desk.person()
    desk.ask(AskPasswordReset(email=NORA, portal="contractor", utility=BERGEN))
    with begin(SYSTEM) as work:
        send_reset_links(work)
    desk.ask(ResetPassword(token=desk.link(), password="kumlokk-og-rist-88"))
    step = desk.begin_login(password="kumlokk-og-rist-88")
    assert (step.next, step.methods) == ("factor", ["sms"])
    assert desk.count("login_session") == 0
    assert desk.told("password_changed")[0]["mobile"]
