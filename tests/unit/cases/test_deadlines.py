"""How long the utility has: weeks, pauses, resets, holidays, and summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases.domain.deadlines import (
    Turn,
    answer_within,
    appeal_until,
    expected_by,
    local_day,
)
from services.chassis.clock import OSLO
from services.chassis.norway import is_working_day


def _oslo(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=OSLO).astimezone(UTC)  # type: ignore[arg-type, misc]  # year to minute


def _midnight_after(day: date) -> datetime:
    return _oslo(*(day + timedelta(days=1)).timetuple()[:3])


@pytest.mark.parametrize(
    ("received", "weeks", "last"),
    [
        (_oslo(2023, 3, 13, 9), 3, date(2023, 4, 3)),
        (_oslo(2023, 3, 16, 9), 3, date(2023, 4, 11)),  # Maundy Thursday -> Tuesday after Easter
        (_oslo(2023, 4, 26, 9), 3, date(2023, 5, 18 + 1)),  # 17 and 18 May are both holidays
        (_oslo(2023, 12, 4, 9), 3, date(2023, 12, 27)),
        (_oslo(2023, 10, 23, 9), 6, date(2023, 12, 4)),  # over the end of summer time
        (_oslo(2023, 3, 20, 23, 59), 3, date(2023, 4, 11)),
    ],
)
def test_weeks_end_with_a_working_day(received: datetime, weeks: int, last: date) -> None:
    assert expected_by([Turn("utility", received)], weeks) == _midnight_after(last)


def test_the_days_of_a_minor_lack_are_deducted() -> None:
    start = _oslo(2026, 3, 2, 10)
    asked, answered = _oslo(2026, 3, 4, 15), _oslo(2026, 3, 9, 8)
    turns = [Turn("utility", start, asked), Turn("firm", asked, answered)]
    assert expected_by(turns, 2) is None, "nobody promises a day while it is the firm's turn"
    turns.append(Turn("utility", answered))
    assert expected_by(turns, 2) == _midnight_after(date(2026, 3, 23))


def test_an_answer_on_the_same_day_costs_nothing() -> None:
    start = _oslo(2026, 3, 2, 10)
    asked, answered = _oslo(2026, 3, 4, 9), _oslo(2026, 3, 4, 11)
    turns = [
        Turn("utility", start, asked),
        Turn("firm", asked, answered),
        Turn("utility", answered),
    ]
    assert expected_by(turns, 2) == _midnight_after(date(2026, 3, 16))


def test_a_fundamental_lack_starts_the_time_anew() -> None:
    start, asked = _oslo(2026, 3, 2, 10), _oslo(2026, 3, 4, 15)
    answered, minor, done = _oslo(2026, 4, 8, 8), _oslo(2026, 4, 9, 8), _oslo(2026, 4, 10, 8)
    turns = [
        Turn("utility", start, asked),
        Turn("firm", asked, answered, resets=True),
        Turn("utility", answered, minor),
        Turn("firm", minor, done),
        Turn("utility", done),
    ]
    assert expected_by(turns, 2) == _midnight_after(date(2026, 4, 23))


def test_a_case_that_has_ended_is_waited_for_no_more() -> None:
    assert expected_by([], 3) is None
    assert expected_by([Turn("utility", _oslo(2026, 3, 2), _oslo(2026, 3, 3))], 3) is None


@given(
    hours=st.integers(0, 8 * 365 * 24),
    weeks=st.integers(1, 12),
    pause=st.integers(0, 60),
)
def test_any_hour_of_any_year(hours: int, weeks: int, pause: int) -> None:
    received = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    back = received + timedelta(days=pause)
    turns = [
        Turn("utility", received, received),
        Turn("firm", received, back),
        Turn("utility", back),
    ]
    due = expected_by(turns, weeks)
    assert due is not None
    wall = due.astimezone(OSLO)
    assert (wall.hour, wall.minute, wall.second) == (0, 0, 0)
    last = (due - timedelta(seconds=1)).astimezone(OSLO).date()
    assert is_working_day(last)
    paused = (local_day(back) - local_day(received)).days
    earliest = local_day(received) + timedelta(weeks=weeks, days=paused)
    assert earliest <= last <= earliest + timedelta(days=10)
    assert not any(
        is_working_day(earliest + timedelta(days=n)) for n in range((last - earliest).days)
    )


def test_appeals_have_three_weeks_to_the_end_of_the_day() -> None:
    decided = _oslo(2026, 3, 13, 14)
    assert appeal_until(decided, 3) == _midnight_after(date(2026, 4, 7)), "Easter is waited out"
    assert appeal_until(decided, None) is None
    assert answer_within(_oslo(2026, 5, 26, 10), 3) == _midnight_after(date(2026, 6, 16))
