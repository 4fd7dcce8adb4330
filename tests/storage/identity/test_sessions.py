"""Sessions: proven, moved, listed, ended, and for whom one acts."""

from __future__ import annotations

import os

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.chassis.tokens import TokenVerifier
from services.identity.contract.errors import (
    FirmNotFound,
    SessionEnded,
    SessionNotFound,
    UnknownUtility,
)
from services.identity.contract.operations.firms import ApproveFirm
from services.identity.contract.operations.people import GetMe, UpdateMe
from services.identity.contract.operations.sessions import (
    ActFor,
    CheckSession,
    EndSession,
    ListSessions,
)
from services.identity.contract.types.login import OpenedSession
from services.identity.store import people
from services.identity.sweeps import expire_sessions
from tests.storage.identity.desk import BERGEN, NORA, OTHER_ORGNR, SYSTEM, TRAINING, Desk


@pytest.fixture
def opened(desk: Desk) -> OpenedSession:
    """Nora of an approved firm is logged in."""
    desk.firm()
    desk.person()
    return desk.log_in()


def check(opened: OpenedSession) -> CheckSession:
    return CheckSession(secret=opened.secret, portal="contractor")


def test_a_check_answers_with_a_token_that_proves_the_person(
    desk: Desk, opened: OpenedSession
) -> None:
    checked = desk.ask(check(opened))
    proven = TokenVerifier(os.environ["TOKEN_PUBLIC_KEYS"]).verify(checked.token)
    assert proven == checked.actor
    assert (proven.audience, proven.name, proven.utility) == ("contractor", "Nora Nordvik", BERGEN)
    assert (proven.firm_name, proven.firm_approved) == ("Muffe og Kran AS", True)
    assert proven.roles == {"firm_admin"}
    assert proven.professions == {"rorlegger"}
    assert proven.session_id == opened.session_id


def test_a_session_of_one_portal_is_none_on_the_other(desk: Desk, opened: OpenedSession) -> None:
    wrong = CheckSession(secret=opened.secret, portal="operator")
    assert isinstance(desk.refused(wrong), SessionEnded)
    assert isinstance(
        desk.refused(CheckSession(secret="x" * 43, portal="contractor")), SessionEnded
    )


def test_a_check_moves_the_idle_limit_at_most_once_a_minute(
    desk: Desk, opened: OpenedSession
) -> None:
    first = desk.ask(check(opened)).idle_until
    desk.later(30)
    assert desk.ask(check(opened)).idle_until == first
    desk.later(31)
    assert desk.ask(check(opened)).idle_until > first


def test_a_contractor_may_be_idle_for_30_minutes_and_stay_for_12_hours(
    desk: Desk, opened: OpenedSession
) -> None:
    for _ in range(12 * 3 - 1):
        desk.later(1200)
        desk.ask(check(opened))
    desk.later(1201)
    assert isinstance(desk.refused(check(opened)), SessionEnded)


def test_staff_may_be_idle_for_15_minutes(desk: Desk) -> None:
    desk.person("saks@vann.example", orgnr=None, staff_roles=("caseworker",))
    opened = desk.log_in("saks@vann.example", portal="operator")
    assert desk.actor(opened, "operator").roles == {"caseworker"}
    desk.later(901)
    late = CheckSession(secret=opened.secret, portal="operator")
    assert isinstance(desk.refused(late), SessionEnded)


def test_the_sweep_ends_what_is_over_and_tells_it_once(desk: Desk, opened: OpenedSession) -> None:

    desk.later(1801)
    for ended in (1, 0):
        with begin(SYSTEM) as work:
            assert expire_sessions(work) == ended
    [told] = desk.told("session_ended")
    assert (told["session_id"], told["why"]) == (opened.session_id, "expired")


def test_logging_out_ends_the_session_everywhere(desk: Desk, opened: OpenedSession) -> None:
    actor = desk.actor(opened)
    desk.ask(EndSession(), actor)
    assert isinstance(desk.refused(check(opened)), SessionEnded)
    assert isinstance(desk.refused(EndSession(), actor), SessionEnded)
    [told] = desk.told("session_ended")
    assert told["why"] == "logged_out"
    assert desk.count("ended_session") == 1


def test_ones_other_sessions_are_listed_and_can_be_ended(desk: Desk, opened: OpenedSession) -> None:
    second = desk.log_in()
    actor = desk.actor(second)
    rows = desk.ask(ListSessions(), actor).items
    assert [(row.session_id, row.current) for row in rows] == [
        (second.session_id, True),
        (opened.session_id, False),
    ]
    desk.ask(EndSession(session_id=opened.session_id), actor)
    assert isinstance(desk.refused(check(opened)), SessionEnded)
    assert desk.told("session_ended")[0]["why"] == "ended_elsewhere"


def test_nobody_ends_anothers_session(desk: Desk, opened: OpenedSession) -> None:
    desk.person("per@muffe.example", mobile="+4799900002", name="Per Pump")
    per = desk.actor(desk.log_in("per@muffe.example", "+4799900002"))
    refusal = desk.refused(EndSession(session_id=opened.session_id), per)
    assert isinstance(refusal, SessionNotFound)
    assert [row.current for row in desk.ask(ListSessions(), per).items] == [True]


def test_approval_shows_in_the_next_token(desk: Desk) -> None:
    desk.registered()
    opened = desk.log_in()
    actor = desk.actor(opened)
    assert not actor.firm_approved
    desk.ask(ApproveFirm(firm_id=actor.firm_id), desk.registrar())
    assert desk.actor(opened).firm_approved


def test_with_several_firms_one_chooses(desk: Desk, opened: OpenedSession) -> None:
    actor = desk.actor(opened)
    other = desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person(orgnr=OTHER_ORGNR, firm_roles=("reader",))
    desk.person(utility=BERGEN)
    chosen = desk.ask(ActFor(firm_id=other, utility=BERGEN), actor)
    assert chosen.firm_id == other
    assert desk.actor(opened).roles == {"reader"}
    elsewhere = ActFor(firm_id=other, utility=TRAINING)
    assert isinstance(desk.refused(elsewhere, actor), FirmNotFound)

    undecided = desk.log_in()
    assert (undecided.person.firm_id, undecided.person.utility) == ("", BERGEN)
    assert desk.actor(undecided).roles == frozenset()


def test_staff_choose_among_their_posts(desk: Desk) -> None:
    desk.person("saks@vann.example", orgnr=None, staff_roles=("caseworker",))
    desk.person("saks@vann.example", orgnr=None, utility=TRAINING, staff_roles=("editor",))
    opened = desk.log_in("saks@vann.example", portal="operator")
    actor = desk.actor(opened, "operator")
    moved = desk.ask(ActFor(firm_id="", utility=TRAINING), actor)
    assert moved.staff_roles == ["editor"]
    assert desk.actor(opened, "operator").roles == {"editor"}
    nowhere = ActFor(firm_id="", utility="atlantis")
    assert isinstance(desk.refused(nowhere, actor), UnknownUtility)


def test_oneself_as_seen_and_changed(desk: Desk, opened: OpenedSession) -> None:
    actor = desk.actor(opened)
    seen = desk.ask(GetMe(), actor)
    assert (seen.email, seen.mobile_hint, seen.language) == (NORA, "*** ** 001", "nb")
    changed = desk.ask(UpdateMe(language="nn", name="Nora Nordvik Pump"), actor)
    assert (changed.language, changed.name) == ("nn", "Nora Nordvik Pump")
    told = desk.told("person_changed")
    assert told[-1]["language"] == "nn"
    desk.ask(UpdateMe(language="nn"), actor)
    assert len(desk.told("person_changed")) == len(told)
    assert desk.actor(opened).language == "nn"


def test_a_person_taken_out_of_the_firm_acts_for_nobody(desk: Desk, opened: OpenedSession) -> None:
    actor: Actor = desk.actor(opened)
    with begin(SYSTEM) as work:
        people.dismiss_all(work.session, actor.firm_id, BERGEN)
    stranger = desk.actor(opened)
    assert (stranger.firm_id, stranger.firm_approved, stranger.roles) == ("", False, frozenset())
