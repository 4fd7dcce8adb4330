"""When the lifeline rings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.lifeline.policy import PATIENCE, PAUSE_BETWEEN_TRIES, Standing, verdict

REPORTED = datetime(2026, 2, 1, 3, 30, tzinfo=UTC)
LATE = REPORTED + PATIENCE
_ages = st.integers(-10_000, 10_000_000).map(lambda ms: timedelta(milliseconds=ms))


def test_notify_has_three_seconds() -> None:
    assert verdict(Standing(REPORTED), REPORTED) == "wait"
    assert verdict(Standing(REPORTED), LATE - timedelta(milliseconds=1)) == "wait"
    assert verdict(Standing(REPORTED), LATE) == "ring"


@pytest.mark.parametrize("settled", ["stood_down", "rung", "acknowledged"])
@given(_ages)
def test_nobody_is_rung_twice_for_what_is_settled(settled: str, age: timedelta) -> None:
    standing = Standing(REPORTED, **{settled: True})
    assert verdict(standing, REPORTED + age) == "done"


@given(_ages)
def test_an_open_report_is_never_let_go_of(age: timedelta) -> None:
    assert verdict(Standing(REPORTED), REPORTED + age) in ("wait", "ring")


def test_a_refused_ring_is_tried_again_within_seconds() -> None:
    tried = Standing(REPORTED, last_try_at=LATE)
    assert verdict(tried, LATE + PAUSE_BETWEEN_TRIES - timedelta(milliseconds=1)) == "wait"
    assert verdict(tried, LATE + PAUSE_BETWEEN_TRIES) == "ring"


def test_a_clock_that_was_set_back_does_not_silence_it() -> None:
    assert verdict(Standing(REPORTED), REPORTED - timedelta(hours=1)) == "ring"
    tried = Standing(REPORTED, last_try_at=LATE + timedelta(hours=1))
    assert verdict(tried, LATE) == "ring"


def test_a_report_found_after_a_restart_is_rung_for_at_once() -> None:
    assert verdict(Standing(REPORTED), REPORTED + timedelta(days=2)) == "ring"
