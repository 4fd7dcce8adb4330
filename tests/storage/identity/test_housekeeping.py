"""Erasing what is due, answering the canary, and what is parked."""

from __future__ import annotations

from sqlalchemy import update

from services.chassis.db import inbox
from services.chassis.db.tables import Inbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Envelope, NotForYou
from services.chassis.settings import settings
from services.identity.contract.operations.housekeeping import Canary, ListParked, ReplayParked
from services.identity.sweeps import erase_due, expire_sessions
from tests.storage.identity.desk import SYSTEM, Desk

DAY = 24 * 3600


def staff(role: str) -> Actor:
    return Actor(audience="operator", user_id="s", utility="bergen", roles=frozenset({role}))


def erase() -> int:
    with begin(SYSTEM) as work:
        return erase_due(work)


def test_codes_attempts_and_registrations_are_erased_when_over(desk: Desk) -> None:
    desk.register()
    desk.firm("312124718")
    desk.person(orgnr="312124718", email="per@kum.example", mobile="+4799900002", name="Per Pump")
    desk.begin_login("per@kum.example")
    assert erase() == 0
    desk.later(301)
    assert erase() == 2
    assert desk.count("one_time_code") == 0
    desk.later(600)
    erase()
    assert (desk.count("login_attempt"), desk.count("registration")) == (0, 1)
    desk.later(DAY)
    erase()
    assert (desk.count("registration"), desk.count("send")) == (0, 0)


def test_counts_are_kept_for_90_days_and_sessions_for_30(desk: Desk) -> None:
    desk.firm()
    desk.person()
    desk.log_in()
    desk.later(31 * DAY)
    with begin(SYSTEM) as work:
        expire_sessions(work)
    erase()
    assert (desk.count("login_session"), desk.count("guard")) == (0, 2)
    desk.later(60 * DAY)
    erase()
    assert desk.count("guard") == 0


def test_the_canary_answers(desk: Desk) -> None:
    assert desk.ask(Canary()).service == "identity"


def test_an_administrator_sees_what_is_parked_and_replays_it_once(desk: Desk) -> None:
    administrator = staff("administrator")
    with begin(SYSTEM) as work:
        envelope = Envelope(
            id="e1",
            type="something.v1",
            source="cases",
            utility="bergen",
            aggregate="a",
            sequence=1,
            at=work.now,
            actor={},
            trace="",
            data={},
        )
        inbox.store(work.session, envelope, work.now)
        work.session.execute(update(Inbox).values(attempts=settings().inbox_attempts))
        assert inbox.note_failure(work.session, "e1", "ValueError", work.now)
    [parked] = desk.ask(ListParked(), administrator).items
    assert parked.event_id == "e1"
    desk.ask(ReplayParked(event_id="e1"), administrator)
    assert desk.ask(ListParked(), administrator).items == []
    assert isinstance(
        desk.refused(ReplayParked(event_id="e1"), administrator), inbox.NoSuchParkedEvent
    )


def test_others_see_nothing_parked(desk: Desk) -> None:
    for request in (ListParked(), ReplayParked(event_id="e1")):
        assert isinstance(desk.refused(request, staff("caseworker")), NotForYou)
