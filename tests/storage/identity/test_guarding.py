"""Sensitive actions ask for a fresh factor, and wait a day after a new mobile."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.contract.errors import OnHold, StepUpNeeded
from services.identity.contract.operations.sessions import EndSession
from services.identity.domain.step_up import HOLD
from services.identity.model import Person
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from tests.storage.identity.desk import SYSTEM, Desk


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


def guard_stepped_up(actor: Actor) -> None:
    with begin(actor) as work:
        ensure_stepped_up(work)


def test_a_login_counts_as_a_step_up_for_ten_minutes(desk: Desk, nora: Actor) -> None:
    guard_stepped_up(nora)
    desk.later(570)
    guard_stepped_up(nora)
    desk.later(40)
    with pytest.raises(StepUpNeeded):
        guard_stepped_up(nora)


def test_nobody_passes_without_a_living_session_of_their_own(desk: Desk, nora: Actor) -> None:
    machine = nora.model_copy(update={"session_id": "a key's id"})
    stranger = nora.model_copy(update={"user_id": "somebody else"})
    for actor in (machine, stranger, SYSTEM):
        with pytest.raises(StepUpNeeded):
            guard_stepped_up(actor)
    desk.ask(EndSession(), nora)
    with pytest.raises(StepUpNeeded):
        guard_stepped_up(nora)


def test_a_new_mobile_holds_sensitive_actions_for_a_day(desk: Desk, nora: Actor) -> None:
    with begin(nora) as work:
        ensure_not_on_hold(work)
        work.session.execute(update(Person).values(held_until=work.now + HOLD))
    with begin(nora) as work, pytest.raises(OnHold) as refused:
        ensure_not_on_hold(work)
    assert set(refused.value.facts) == {"until"}
    desk.later(24 * 3600)
    with begin(nora) as work:
        ensure_not_on_hold(work)
