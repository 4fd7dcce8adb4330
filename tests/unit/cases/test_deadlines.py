"""How long the utility has: weeks, pauses, resets, holidays, and summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases.domain.deadline_rule import DeadlineRule
from services.cases.domain.deadlines import (
    Extension,
    Turn,
    added_until,
    answer_within,
    appeal_until,
    closes_after,
    expected_by,
    interim_due,
    lapse_warnings,
    lapses_after_warning,
    lapses_at,
    local_day,
    remind_from,
)
from services.chassis.clock import OSLO
from services.chassis.norway import is_working_day

TWO_WEEKS, TEN_WORKING_DAYS = DeadlineRule(weeks=2), DeadlineRule(working_days=10)


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
    assert expected_by([Turn("utility", received)], DeadlineRule(weeks=weeks)) == _midnight_after(
        last
    )


def test_the_days_of_a_minor_lack_are_deducted() -> None:
    start = _oslo(2026, 3, 2, 10)
    asked, answered = _oslo(2026, 3, 4, 15), _oslo(2026, 3, 9, 8)
    turns = [Turn("utility", start, asked), Turn("firm", asked, answered)]
    assert expected_by(turns, TWO_WEEKS) is None, (
        "nobody promises a day while it is the firm's turn"
    )
    turns.append(Turn("utility", answered))
    assert expected_by(turns, TWO_WEEKS) == _midnight_after(date(2026, 3, 23))


def test_an_answer_on_the_same_day_costs_nothing() -> None:
    start = _oslo(2026, 3, 2, 10)
    asked, answered = _oslo(2026, 3, 4, 9), _oslo(2026, 3, 4, 11)
    turns = [
        Turn("utility", start, asked),
        Turn("firm", asked, answered),
        Turn("utility", answered),
    ]
    assert expected_by(turns, TWO_WEEKS) == _midnight_after(date(2026, 3, 16))


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
    assert expected_by(turns, TWO_WEEKS) == _midnight_after(date(2026, 4, 23))


def test_a_case_that_has_ended_is_waited_for_no_more() -> None:
    assert expected_by([], TWO_WEEKS) is None
    assert expected_by([Turn("utility", _oslo(2026, 3, 2), _oslo(2026, 3, 3))], TWO_WEEKS) is None


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
    due = expected_by(turns, DeadlineRule(weeks=weeks))
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


def test_working_days_skip_weekends_and_holidays_and_pauses_count_in_them_too() -> None:
    received = _oslo(2026, 5, 11, 9)
    start = [Turn("utility", received)]
    assert expected_by(start, TEN_WORKING_DAYS) == _midnight_after(date(2026, 5, 27))
    asked, answered = _oslo(2026, 5, 12, 9), _oslo(2026, 5, 18, 9)
    turns = [
        Turn("utility", received, asked),
        Turn("firm", asked, answered),
        Turn("utility", answered),
    ]
    assert expected_by(turns, TEN_WORKING_DAYS) == _midnight_after(date(2026, 6, 1)), (
        "12 to 18 May holds three working days: the 13th, the 15th and the 18th"
    )


@pytest.mark.parametrize("said", [{}, {"weeks": 2, "working_days": 10}])
def test_a_limit_is_in_weeks_or_in_working_days(said: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="weeks or in working days"):
        DeadlineRule(**said)


@pytest.mark.parametrize("rule", [TWO_WEEKS, TEN_WORKING_DAYS])
@given(hours=st.integers(0, 8 * 365 * 24), days=st.integers(1, 60))
def test_an_extension_ends_with_the_day_that_was_said(
    rule: DeadlineRule, hours: int, days: int
) -> None:
    received = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    turns = [Turn("utility", received)]
    before = expected_by(turns, rule)
    assert before is not None
    until = local_day(before - timedelta(seconds=1)) + timedelta(days=days)
    added = added_until(turns, rule, [], until)
    after = expected_by(turns, rule, [Extension(received, added or 0)])
    assert added is None or after is not None
    if added is None:
        assert not any(is_working_day(until - timedelta(days=n)) for n in range(1, days)), (
            "only a day that moves to the same working day adds nothing"
        )
    else:
        assert after is not None
        last = local_day(after - timedelta(seconds=1))
        assert last >= until
        assert not any(
            is_working_day(until + timedelta(days=n)) for n in range((last - until).days)
        )
        assert added_until(turns, rule, [Extension(received, added)], until) is None


def test_an_extension_before_a_fundamental_lack_falls_with_it_and_pauses_move_one_after() -> None:
    start, asked, back = _oslo(2026, 3, 2, 10), _oslo(2026, 3, 4, 15), _oslo(2026, 3, 11, 8)
    said = Extension(_oslo(2026, 3, 3, 9), 7)
    for resets, last in ((False, date(2026, 3, 30)), (True, date(2026, 3, 25))):
        turns = [
            Turn("utility", start, asked),
            Turn("firm", asked, back, resets=resets),
            Turn("utility", back),
        ]
        assert expected_by(turns, TWO_WEEKS, [said]) == _midnight_after(last)


def test_another_body_has_the_case_while_it_decides() -> None:
    start, sent, back = _oslo(2026, 3, 2, 10), _oslo(2026, 3, 4, 15), _oslo(2026, 3, 11, 8)
    away = [Turn("utility", start, sent), Turn("nobody", sent)]
    assert expected_by(away, TWO_WEEKS) is None
    home = [away[0], Turn("nobody", sent, back), Turn("utility", back)]
    assert expected_by(home, TWO_WEEKS) == _midnight_after(date(2026, 3, 23))


def test_an_interim_answer_comes_within_a_month() -> None:
    assert interim_due(_oslo(2026, 1, 31, 12)) == _oslo(2026, 2, 28)
    assert interim_due(_oslo(2026, 3, 15, 23, 59)) == _oslo(2026, 4, 15)


def test_a_reminder_comes_three_working_days_before_and_a_closing_ten_after_its_notice() -> None:
    assert remind_from(_midnight_after(date(2026, 4, 8))) == _oslo(2026, 3, 31)
    assert closes_after(_oslo(2026, 3, 23, 8)) == _midnight_after(date(2026, 4, 9))


def test_an_approval_lapses_after_three_years_with_two_warnings() -> None:
    lapses = lapses_at(_oslo(2024, 2, 29, 12), 3)
    assert lapses == _midnight_after(date(2027, 2, 28))
    assert lapses_at(_oslo(2024, 2, 29, 12), None) is None
    assert lapse_warnings(lapses) == (_oslo(2026, 12, 1), _oslo(2027, 2, 15))
    assert lapses_after_warning(_oslo(2027, 5, 1, 12)) == _oslo(2027, 5, 15)
