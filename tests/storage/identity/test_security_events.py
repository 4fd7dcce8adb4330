"""What a person sees of their own account: sessions, devices, and what has happened."""

from __future__ import annotations

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.contract.errors import SessionEnded
from services.identity.contract.operations.factors import MakeRecoveryCodes
from services.identity.contract.operations.login import BeginLogin, CompleteFactor
from services.identity.contract.operations.mobile import BeginMobileChange, ConfirmMobileChange
from services.identity.contract.operations.origin import Caller
from services.identity.contract.operations.sessions import (
    CheckSession,
    EndEverySession,
    ListSecurityEvents,
)
from services.identity.contract.types.login import OpenedSession
from services.identity.store import devices
from tests.storage.identity.desk import BERGEN, NORA, SYSTEM, Desk


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


def logged_in(desk: Desk, known_as: str = "") -> OpenedSession:
    caller = Caller(device="Chrome, Windows", known_as=known_as)
    attempt = desk.begin_login().attempt
    request = CompleteFactor(attempt=attempt, method="sms", code=desk.code(), caller=caller)
    return desk.ask(request)


def tags(desk: Desk, actor: Actor) -> list[str]:
    return [event.tag for event in desk.ask(ListSecurityEvents(limit=100), actor).items]


def test_what_happens_is_shown_newest_first(desk: Desk, nora: Actor) -> None:
    wrong = BeginLogin(email=NORA, password="feil-passord", portal="contractor", utility=BERGEN)
    desk.refused(wrong)
    desk.ask(MakeRecoveryCodes(), nora)
    desk.ask(BeginMobileChange(mobile="+4799900044"), nora)
    desk.ask(ConfirmMobileChange(code=desk.code("+4799900044")), nora)
    assert tags(desk, nora) == [
        "mobile_changed",
        "recovery_codes_made",
        "login_refused",
        "logged_in",
    ]


def test_they_come_in_pages(desk: Desk, nora: Actor) -> None:
    for _ in range(4):
        desk.ask(MakeRecoveryCodes(), nora)
    seen: list[str] = []
    cursor = ""
    while True:
        page = desk.ask(ListSecurityEvents(limit=2, cursor=cursor), nora)
        seen += [event.event_id for event in page.items]
        if page.next is None:
            break
        cursor = page.next
    assert len(seen) == len(set(seen)) == 5


def test_nobody_sees_anothers(desk: Desk, nora: Actor) -> None:
    desk.person("per@muffe.example", mobile="+4799900002", name="Per Pump")
    per = desk.actor(desk.log_in("per@muffe.example", "+4799900002"))
    assert tags(desk, per) == ["logged_in"]


def test_a_new_device_is_told_of_and_a_known_one_is_not(desk: Desk, nora: Actor) -> None:
    assert desk.told("device_seen") == []
    first = logged_in(desk)
    [told] = desk.told("device_seen")
    assert (told["email"], told["device"]) == (NORA, "Chrome, Windows")
    again = logged_in(desk, known_as=first.known_as)
    assert again.known_as == first.known_as
    assert len(desk.told("device_seen")) == 1
    assert "device_seen" in tags(desk, nora)


def test_a_name_of_anothers_browser_is_new_for_oneself(desk: Desk, nora: Actor) -> None:
    first = logged_in(desk)
    desk.person("per@muffe.example", mobile="+4799900002", name="Per Pump")
    desk.log_in("per@muffe.example", "+4799900002")
    attempt = desk.begin_login("per@muffe.example").attempt
    caller = Caller(device="Chrome, Windows", known_as=first.known_as)
    code = desk.code("+4799900002")
    desk.ask(CompleteFactor(attempt=attempt, method="sms", code=code, caller=caller))
    assert desk.told("device_seen")[-1]["email"] == "per@muffe.example"


def test_a_device_unseen_for_400_days_is_forgotten(desk: Desk, nora: Actor) -> None:
    desk.later(401 * 24 * 3600)
    with begin(SYSTEM) as work:
        assert devices.forget_unseen(work.session, work.now) == 1


def test_signing_out_everywhere_ends_every_session(desk: Desk, nora: Actor) -> None:
    other = logged_in(desk)
    desk.ask(EndEverySession(), nora)
    gone = CheckSession(secret=other.secret, portal="contractor")
    assert isinstance(desk.refused(gone), SessionEnded)
    assert {told["why"] for told in desk.told("session_ended")} == {
        "logged_out",
        "ended_elsewhere",
    }
