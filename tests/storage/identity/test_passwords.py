"""Passwords: changed by one who knows it, reset by one who can read the mail."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from services.chassis.db.tables import Outbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.contract.errors import (
    LinkExpired,
    SessionEnded,
    StepUpNeeded,
    TooManySends,
    TooManyTries,
    UnknownUtility,
    WeakPassword,
    WrongLogin,
    WrongPassword,
)
from services.identity.contract.operations.factors import MakeRecoveryCodes
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.operations.origin import Caller
from services.identity.contract.operations.passwords import (
    AskPasswordReset,
    ChangePassword,
    ResetPassword,
)
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.types.words import Portal
from services.identity.sweeps import send_reset_links
from tests.storage.identity.desk import BERGEN, NORA, NORAS_MOBILE, PASSWORD, SYSTEM, Desk

NEW = "kumlokk-og-rist-88"


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


def sweep() -> int:
    with begin(SYSTEM) as work:
        return send_reset_links(work)


def ask(email: str = NORA, portal: Portal = "contractor") -> AskPasswordReset:
    return AskPasswordReset(
        email=email, portal=portal, utility=BERGEN, caller=Caller(address="198.51.100.7")
    )


def linked(desk: Desk) -> str:
    """The token in a fresh link to Nora."""
    desk.ask(ask())
    sweep()
    return desk.link()


def test_a_changed_password_ends_the_other_sessions_and_is_told(desk: Desk, nora: Actor) -> None:
    other = desk.log_in()
    desk.ask(ChangePassword(current=PASSWORD, password=NEW), nora)
    gone = CheckSession(secret=other.secret, portal="contractor")
    assert isinstance(desk.refused(gone), SessionEnded)
    old = BeginLogin(email=NORA, password=PASSWORD, portal="contractor", utility=BERGEN)
    assert isinstance(desk.refused(old), WrongLogin)
    assert desk.begin_login(password=NEW).next == "factor"
    [told] = desk.told("password_changed")
    assert (told["how"], told["email"], told["mobile"]) == ("changed", NORA, NORAS_MOBILE)
    assert "email" not in desk.recorded("password_changed.v1")[0]


def test_the_present_password_proves_it_and_guesses_count(desk: Desk, nora: Actor) -> None:
    wrong = ChangePassword(current="feil-passord", password=NEW)
    for _ in range(5):
        assert isinstance(desk.refused(wrong, nora), WrongPassword)
    right = ChangePassword(current=PASSWORD, password=NEW)
    assert isinstance(desk.refused(right, nora), TooManyTries)


def test_a_weak_one_and_an_old_login_are_refused(desk: Desk, nora: Actor) -> None:
    weak = ChangePassword(current=PASSWORD, password="nora-nordvik-1")
    assert isinstance(desk.refused(weak, nora), WeakPassword)
    desk.later(601)
    good = ChangePassword(current=PASSWORD, password=NEW)
    assert isinstance(desk.refused(good, nora), StepUpNeeded)


def test_a_link_sets_a_password_and_logs_nobody_in(desk: Desk, nora: Actor) -> None:
    desk.ask(MakeRecoveryCodes(), nora)
    token = linked(desk)
    [told] = desk.told("link_issued")
    assert (told["purpose"], told["portal"]) == ("password_reset", "contractor")
    sessions = desk.count("login_session")
    reply = desk.ask(ResetPassword(token=token, password=NEW))
    assert reply.model_dump() == {}
    assert desk.count("login_session") == sessions
    assert desk.told("session_ended")[-1]["session_id"] == nora.session_id
    assert desk.told("password_changed")[-1]["how"] == "reset"
    step = desk.begin_login(password=NEW)
    assert (step.next, step.methods) == ("factor", ["sms", "recovery"])


def test_a_link_works_once_and_only_the_newest(desk: Desk, nora: Actor) -> None:
    first, second = linked(desk), linked(desk)
    old = ResetPassword(token=first, password=NEW)
    assert isinstance(desk.refused(old), LinkExpired)
    desk.ask(ResetPassword(token=second, password=NEW))
    again = ResetPassword(token=second, password="et-annet-passord-9")
    assert isinstance(desk.refused(again), LinkExpired)
    assert isinstance(desk.refused(ResetPassword(token="x" * 43, password=NEW)), LinkExpired)


def test_a_weak_password_does_not_use_the_link_up(desk: Desk, nora: Actor) -> None:
    token = linked(desk)
    assert isinstance(desk.refused(ResetPassword(token=token, password="kort")), WeakPassword)
    desk.ask(ResetPassword(token=token, password=NEW))


def test_a_link_lives_half_an_hour_and_dies_with_a_change(desk: Desk, nora: Actor) -> None:
    token = linked(desk)
    desk.ask(ChangePassword(current=PASSWORD, password=NEW), nora)
    late = ResetPassword(token=token, password=NEW)
    assert isinstance(desk.refused(late), LinkExpired)
    token = linked(desk)
    desk.later(1801)
    assert isinstance(desk.refused(ResetPassword(token=token, password=NEW)), LinkExpired)


def test_an_account_locked_by_guesses_is_open_to_its_new_password(desk: Desk, nora: Actor) -> None:
    wrong = BeginLogin(email=NORA, password="feil-passord", portal="contractor", utility=BERGEN)
    for _ in range(6):
        desk.refused(wrong)
    desk.ask(ResetPassword(token=linked(desk), password=NEW))
    assert desk.begin_login(password=NEW).next == "factor"


def test_known_unknown_and_misplaced_are_answered_alike_and_only_one_is_sent(
    desk: Desk, nora: Actor
) -> None:
    before = desk.count("outbox"), desk.count("audit")
    replies = {
        desk.ask(ask(email, portal)).model_dump_json()
        for email, portal in (
            (NORA, "contractor"),
            ("ukjent@muffe.example", "contractor"),
            (NORA, "operator"),
        )
    }
    assert replies == {"{}"}
    assert (desk.count("outbox"), desk.count("audit")) == before
    assert desk.count("reset_request") == 3
    assert sweep() == 3
    assert len(desk.told("link_issued")) == 1
    assert desk.count("reset_request") == 0


def test_nobody_looks_whether_the_address_is_known_before_the_answer(
    desk: Desk, nora: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer cannot depend on it, nor its time."""

    def looked(*_: object) -> None:
        raise AssertionError("looked")

    monkeypatch.setattr("services.identity.store.people.by_email", looked)
    desk.ask(ask())
    desk.ask(ask("ukjent@muffe.example"))


def test_a_receiver_is_mailed_three_times_in_ten_minutes_and_hears_no_more(
    desk: Desk, nora: Actor
) -> None:
    for _ in range(5):
        desk.ask(ask())
    sweep()
    assert len(desk.told("link_issued")) == 3
    with begin(SYSTEM) as work:
        mails = work.session.scalars(select(Outbox.id).where(Outbox.type == "link_issued.v1"))
        assert len(mails.all()) == 3


def test_a_network_address_asks_twenty_times_an_hour(desk: Desk) -> None:
    for number in range(20):
        desk.ask(ask(f"noen{number}@muffe.example"))
    refused = desk.refused(ask("enda-en@muffe.example"))
    assert isinstance(refused, TooManySends)
    assert (refused.retry_after or 0) > 0
    desk.later(3601)
    desk.ask(ask())


def test_an_unknown_utility_is_refused(desk: Desk) -> None:
    nowhere = ask().model_copy(update={"utility": "atlantis"})
    assert isinstance(desk.refused(nowhere), UnknownUtility)
