"""Passkeys: for one portal, one challenge, one answer; copies and look-alikes open nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select, update

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest
from services.identity.contract.errors import (
    FactorNotFound,
    LoginExpired,
    PasskeyRefused,
    StepUpNeeded,
    TooManyPasskeys,
    TooManyTries,
)
from services.identity.contract.operations.factors import (
    AddPasskey,
    BeginPasskey,
    ListPasskeys,
    RemovePasskey,
    RenamePasskey,
)
from services.identity.contract.operations.login import AskLoginPasskey, CompleteFactor
from services.identity.contract.operations.step_up import AskStepUpPasskey, StepUp
from services.identity.domain.factors import MOST_PASSKEYS
from services.identity.model import Passkey
from services.identity.settings import identity_settings
from services.identity.store import challenges
from tests.storage.identity.desk import SYSTEM, Desk
from tests.support.authenticator import Authenticator


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


@pytest.fixture
def phone(desk: Desk, nora: Actor) -> Authenticator:
    """Nora has a passkey on her phone."""
    return registered(desk, nora)


def registered(desk: Desk, actor: Actor, name: str = "Telefonen min") -> Authenticator:
    origin = identity_settings().public_url
    made = Authenticator(origin=origin, rp_id="localhost")
    options = desk.ask(BeginPasskey(), actor).public_key
    desk.ask(AddPasskey(name=name, credential=made.make(options)), actor)
    return made


def asked(desk: Desk) -> tuple[str, dict[str, Any]]:
    """A login under way, and its challenge."""
    attempt = desk.begin_login().attempt
    return attempt, desk.ask(AskLoginPasskey(attempt=attempt)).public_key


def by_passkey(attempt: str, answer: str) -> CompleteFactor:
    return CompleteFactor(attempt=attempt, method="passkey", code=answer)


def test_a_passkey_logs_in(desk: Desk, phone: Authenticator) -> None:
    assert desk.begin_login().methods == ["sms", "passkey"]
    attempt, options = asked(desk)
    assert options["rpId"] == "localhost"
    assert desk.ask(by_passkey(attempt, phone.sign(options))).secret
    assert desk.recorded("session_opened.v1")[-1]["method"] == "passkey"
    [told] = desk.told("factor_changed")
    assert (told["change"], told["name"]) == ("passkey_added", "Telefonen min")


def test_staff_are_offered_it_first(desk: Desk) -> None:
    desk.person("saks@vann.example", orgnr=None, staff_roles=("caseworker",))
    staff = desk.actor(desk.log_in("saks@vann.example", portal="operator"), "operator")
    origin = identity_settings().operator_url
    made = Authenticator(origin=origin, rp_id="operator.localhost")
    options = desk.ask(BeginPasskey(), staff).public_key
    assert options["rp"]["id"] == "operator.localhost"
    desk.ask(AddPasskey(name="Nøkkel", credential=made.make(options)), staff)
    step = desk.begin_login("saks@vann.example", portal="operator")
    assert step.methods == ["passkey", "sms"]
    answer = made.sign(desk.ask(AskLoginPasskey(attempt=step.attempt)).public_key)
    assert desk.ask(by_passkey(step.attempt, answer)).secret


def test_a_passkey_of_one_portal_is_none_at_the_other(desk: Desk, phone: Authenticator) -> None:
    desk.person(orgnr=None, staff_roles=("caseworker",))
    step = desk.begin_login(portal="operator")
    assert step.methods == ["sms"]
    refused = desk.refused(AskLoginPasskey(attempt=step.attempt))
    assert isinstance(refused, PasskeyRefused)


LIES: dict[str, dict[str, Any]] = {
    "another origin": {"origin": "https://portal.example.net"},
    "the other portal's origin": {"origin": "http://operator.localhost:8000"},
    "another host": {"rp_id": "portal.example.net"},
    "another challenge": {"challenge": "AAAA"},
    "nobody present": {"flags": 0},
    "a counter that stands still": {"counter": 0},
    "a signature of nothing": {"signature": b"\x30\x06\x02\x01\x01\x02\x01\x01"},
}


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_lies_opens_nothing(desk: Desk, phone: Authenticator, lie: str) -> None:
    attempt, options = asked(desk)
    phone.counter = 5
    desk.ask(by_passkey(attempt, phone.sign(options)))
    attempt, options = asked(desk)
    refused = desk.refused(by_passkey(attempt, phone.sign(options, **LIES[lie])))
    assert isinstance(refused, PasskeyRefused)
    assert desk.recorded("login_refused.v1")[-1]["why"] == "factor"


@pytest.mark.parametrize(
    "answer", ["{", "[]", "null", '"x"', "{}", '{"id": 1}', '{"id": {}}', '{"id": null}']
)
def test_an_answer_that_is_none_opens_nothing(
    desk: Desk, phone: Authenticator, answer: str
) -> None:
    attempt, _ = asked(desk)
    assert isinstance(desk.refused(by_passkey(attempt, answer)), PasskeyRefused)


def test_an_answer_in_pieces_opens_nothing(desk: Desk, phone: Authenticator) -> None:
    """Each part of a right answer replaced by rubbish; three tries are free at once."""
    attempt, options = asked(desk)
    for part in ("clientDataJSON", "authenticatorData", "signature"):
        for rubbish in ("", "AA", "%%%", 7, None):
            desk.later(3700)
            attempt, options = asked(desk)
            whole = json.loads(phone.sign(options))
            whole["response"][part] = rubbish
            refused = desk.refused(by_passkey(attempt, json.dumps(whole)))
            assert isinstance(refused, PasskeyRefused), (part, rubbish)


def test_an_answer_is_used_once_and_at_its_own_attempt(desk: Desk, phone: Authenticator) -> None:
    first, options = asked(desk)
    second, _ = asked(desk)
    answer = phone.sign(options)
    assert isinstance(desk.refused(by_passkey(second, answer)), PasskeyRefused)
    desk.ask(by_passkey(first, answer))
    assert isinstance(desk.refused(by_passkey(first, answer)), LoginExpired)
    third, _ = asked(desk)
    assert isinstance(desk.refused(by_passkey(third, answer)), PasskeyRefused)


def test_a_challenge_takes_one_answer_even_a_wrong_one(desk: Desk, phone: Authenticator) -> None:
    attempt, options = asked(desk)
    desk.refused(by_passkey(attempt, "{}"))
    assert isinstance(desk.refused(by_passkey(attempt, phone.sign(options))), PasskeyRefused)


def test_without_taking_the_challenge_an_answer_could_be_tried_again(
    desk: Desk, phone: Authenticator, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt, options = asked(desk)
    monkeypatch.setattr(challenges, "take", lambda *_: options["challenge"])
    desk.refused(by_passkey(attempt, "{}"))
    assert desk.ask(by_passkey(attempt, phone.sign(options))).secret


def test_a_challenge_lives_five_minutes(desk: Desk, phone: Authenticator) -> None:
    attempt, options = asked(desk)
    desk.later(301)
    assert isinstance(desk.refused(by_passkey(attempt, phone.sign(options))), PasskeyRefused)


def test_a_copy_with_an_older_counter_is_refused(desk: Desk, phone: Authenticator) -> None:
    phone.counter = 40
    attempt, options = asked(desk)
    desk.ask(by_passkey(attempt, phone.sign(options)))
    phone.counter = 7
    attempt, options = asked(desk)
    assert isinstance(desk.refused(by_passkey(attempt, phone.sign(options))), PasskeyRefused)
    with begin(SYSTEM) as work:
        work.session.execute(update(Passkey).values(sign_count=0))
    attempt, options = asked(desk)
    assert desk.ask(by_passkey(attempt, phone.sign(options))).secret  # the check removed


def test_failed_answers_are_counted_and_do_not_touch_other_methods(
    desk: Desk, phone: Authenticator
) -> None:
    attempt = desk.begin_login().attempt
    for _ in range(5):
        assert isinstance(desk.refused(by_passkey(attempt, "{}")), PasskeyRefused)
    assert isinstance(desk.refused(by_passkey(attempt, "{}")), TooManyTries)
    right = CompleteFactor(attempt=attempt, method="sms", code=desk.code())
    assert desk.ask(right).secret


def test_it_proves_oneself_again_too(desk: Desk, nora: Actor, phone: Authenticator) -> None:
    desk.later(601)
    assert isinstance(desk.refused(BeginPasskey(), nora), StepUpNeeded)
    answer = phone.sign(desk.ask(AskStepUpPasskey(), nora).public_key)
    assert desk.ask(StepUp(method="passkey", code=answer), nora).secret
    assert desk.ask(BeginPasskey(), nora).public_key["excludeCredentials"]


def test_a_challenge_of_a_login_steps_nobody_up(
    desk: Desk, nora: Actor, phone: Authenticator
) -> None:
    _, options = asked(desk)
    answer = StepUp(method="passkey", code=phone.sign(options))
    assert isinstance(desk.refused(answer, nora), PasskeyRefused)


def test_named_listed_renamed_and_removed(desk: Desk, nora: Actor, phone: Authenticator) -> None:
    [row] = desk.ask(ListPasskeys(), nora).items
    assert (row.name, row.portal, row.used_at) == ("Telefonen min", "contractor", None)
    renamed = desk.ask(RenamePasskey(passkey_id=row.passkey_id, name="Gammel telefon"), nora)
    assert renamed.name == "Gammel telefon"
    desk.ask(RemovePasskey(passkey_id=row.passkey_id), nora)
    assert desk.ask(ListPasskeys(), nora).items == []
    assert desk.begin_login().methods == ["sms"]
    assert desk.told("factor_changed")[-1]["change"] == "passkey_removed"


def test_nobody_touches_anothers(desk: Desk, nora: Actor, phone: Authenticator) -> None:
    [row] = desk.ask(ListPasskeys(), nora).items
    desk.person("per@muffe.example", mobile="+4799900002", name="Per Pump")
    per = desk.actor(desk.log_in("per@muffe.example", "+4799900002"))
    for request in (
        RemovePasskey(passkey_id=row.passkey_id),
        RenamePasskey(passkey_id=row.passkey_id, name="Min"),
    ):
        assert isinstance(desk.refused(request, per), FactorNotFound)
    attempt = desk.begin_login("per@muffe.example").attempt
    refused = desk.refused(by_passkey(attempt, "{}"))
    assert isinstance(refused, InvalidRequest)


def test_a_registration_that_lies_or_repeats_is_refused(
    desk: Desk, nora: Actor, phone: Authenticator
) -> None:
    other = Authenticator(origin=phone.origin, rp_id="localhost")
    for lie in ({"origin": "https://x.example"}, {"rp_id": "x.example"}, {"challenge": "AAAA"}):
        options = desk.ask(BeginPasskey(), nora).public_key
        wrong = AddPasskey(name="Min", credential=other.make(options, **lie))
        assert isinstance(desk.refused(wrong, nora), PasskeyRefused), lie
    options = desk.ask(BeginPasskey(), nora).public_key
    again = AddPasskey(name="Min", credential=phone.make(options))
    assert isinstance(desk.refused(again, nora), PasskeyRefused)
    assert isinstance(desk.refused(again, nora), PasskeyRefused)
    for rubbish in ("{", "{}", "null", '{"id": "AA", "rawId": "AA", "response": {}}'):
        desk.ask(BeginPasskey(), nora)
        refused = desk.refused(AddPasskey(name="Min", credential=rubbish), nora)
        assert isinstance(refused, PasskeyRefused), rubbish


def test_ten_are_enough(desk: Desk, nora: Actor, phone: Authenticator) -> None:
    with begin(SYSTEM) as work:
        one = work.session.scalars(select(Passkey)).one()
        for number in range(MOST_PASSKEYS - 1):
            kept = {c.key: getattr(one, c.key) for c in Passkey.__table__.columns}
            own = {"passkey_id": f"copy-{number}", "credential_id": f"copy-{number}"}
            work.session.add(Passkey(**{**kept, **own}))
    options = desk.ask(BeginPasskey(), nora).public_key
    fresh = Authenticator(origin=phone.origin, rp_id="localhost").make(options)
    refused = desk.refused(AddPasskey(name="En til", credential=fresh), nora)
    assert isinstance(refused, TooManyPasskeys)
