"""How often an event is tried, by whom, and when it is set aside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.chassis.db import inbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Envelope
from services.chassis.settings import settings

SYSTEM = Actor.system("notify")


@pytest.fixture
def event(database: str) -> str:
    """One event that has just arrived."""
    with begin(SYSTEM) as work:
        envelope = Envelope(
            id="e1", type="case_received.v1", source="cases", utility="", aggregate="c1",
            sequence=1, at=work.now, actor={}, trace="", data={},
        )  # fmt: skip
        inbox.store(work.session, envelope, work.now)
    return "e1"


def claimed(seconds: float, *, suspect: bool) -> int | None:
    """Which attempt somebody gets to make that long from now; None when it is not due to him."""
    with begin(SYSTEM) as work:
        at = work.now + timedelta(seconds=seconds)
        found = inbox.claim_next(work.session, at, suspect=suspect)
        return found[1] if found else None


def test_nobody_spends_an_attempt_on_what_another_has_just_begun(
    event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = settings().model_copy(update={"inbox_first_delay": 0.01})
    monkeypatch.setattr(inbox, "settings", lambda: impatient)
    assert claimed(0, suspect=False) == 1
    assert claimed(0.5, suspect=True) is None
    assert claimed(inbox.LEASE_SECONDS + 0.5, suspect=True) == 2


def test_after_a_failure_it_is_tried_again_after_a_growing_pause(event: str) -> None:
    first = settings().inbox_first_delay
    assert claimed(0, suspect=False) == 1
    with begin(SYSTEM) as work:
        assert not inbox.note_failure(work.session, event, "ValueError", work.now)
    assert claimed(first * 0.5, suspect=False) is None
    assert claimed(first * 2, suspect=False) == 2
    with begin(SYSTEM) as work:
        assert not inbox.note_failure(work.session, event, "ValueError", work.now)
    assert claimed(first * 3, suspect=False) is None
    assert claimed(first * 5, suspect=False) == 3


def test_an_event_that_ended_its_process_each_time_is_not_tried_again_but_parked(
    event: str,
) -> None:
    often, later = settings().inbox_attempts, 3600.0
    assert claimed(0, suspect=False) == 1
    attempts = [claimed(later * number, suspect=True) for number in range(1, often + 2)]
    assert attempts == [*range(2, often + 1), None, None]
    with begin(SYSTEM) as work:
        assert not inbox.has_suspects(work.session, work.now + timedelta(days=1))
        assert inbox.park_spent(work.session, work.now + timedelta(days=1)) == 1
        [parked] = inbox.parked(work.session).items
    assert (parked.attempts, parked.problem) == (often, "the process died while trying")
