"""Working days and the ends of days, against oracles worked out another way."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.chassis.norway import (
    add_weeks,
    add_working_days,
    at_local_time,
    end_of_day,
    is_public_holiday,
    is_working_day,
    next_working_day,
    push_to_working_day,
    start_of_day,
)

DAY = timedelta(days=1)
days = st.dates(date(2023, 1, 1), date(2030, 12, 31))


def easter(year: int) -> date:
    """Gauss's reckoning, in the form of Meeus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def free_days(year: int) -> set[date]:
    """Five fixed days and seven that follow Easter Sunday."""
    moving = {easter(year) + timedelta(days=after) for after in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)}
    return moving | {date(year, month, day) for month, day in fixed}


def last_sunday(year: int, month: int) -> date:
    """Both months in which clocks change have 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def hours_ahead_at_midnight(day: date) -> int:
    """Clocks go forward after midnight in March and back after midnight in October."""
    summer = last_sunday(day.year, 3) < day <= last_sunday(day.year, 10)
    return 2 if summer else 1


@pytest.mark.parametrize("year", range(2023, 2031))
def test_free_days_are_those_the_law_names(year: int) -> None:
    first = date(year, 1, 1)
    whole_year = [first + DAY * n for n in range(366) if (first + DAY * n).year == year]
    assert {day for day in whole_year if is_public_holiday(day)} == free_days(year)


@given(days)
def test_a_working_day_is_a_weekday_that_is_not_free(day: date) -> None:
    expected = day.isoweekday() <= 5 and day not in free_days(day.year)
    assert is_working_day(day) is expected


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2023, 4, 5), date(2023, 4, 11)),  # Wednesday before Easter
        (date(2023, 5, 16), date(2023, 5, 19)),  # 17 May and Ascension Day side by side
        (date(2023, 12, 22), date(2023, 12, 27)),  # a weekend, then Christmas
        (date(2023, 12, 29), date(2024, 1, 2)),  # over New Year
        (date(2023, 2, 24), date(2023, 2, 27)),  # an ordinary Friday
    ],
)
def test_the_next_working_day_leaps_over_free_days(day: date, following: date) -> None:
    assert next_working_day(day) == following
    assert add_working_days(following, -1) == day


@given(days, st.integers(-30, 30))
def test_counting_working_days_is_counting_them_one_by_one(day: date, count: int) -> None:
    reached = add_working_days(day, count)
    low, high = sorted((day, reached))
    span = {low + DAY * n for n in range((high - low).days + 1)} - {day}
    assert sum(is_working_day(each) for each in span) == abs(count)
    assert count == 0 or is_working_day(reached)
    assert (reached >= day) is (count >= 0)


def test_no_days_later_is_the_day_itself_even_on_a_sunday() -> None:
    assert add_working_days(date(2023, 3, 12), 0) == date(2023, 3, 12)


@pytest.mark.parametrize(
    ("day", "pushed"),
    [
        (date(2023, 3, 13), date(2023, 3, 13)),
        (date(2023, 3, 11), date(2023, 3, 13)),
        (date(2023, 4, 6), date(2023, 4, 11)),
        (date(2024, 5, 17), date(2024, 5, 21)),  # Friday 17 May, then Whitsun
    ],
)
def test_a_limit_on_a_free_day_moves_to_the_next_working_day(day: date, pushed: date) -> None:
    assert push_to_working_day(day) == pushed


def test_the_utility_may_be_closed_on_more_days() -> None:
    christmas_eve = date(2024, 12, 24)
    assert is_working_day(christmas_eve)
    assert not is_working_day(christmas_eve, {christmas_eve})
    assert next_working_day(date(2024, 12, 23), {christmas_eve}) == date(2024, 12, 27)
    assert push_to_working_day(christmas_eve, {christmas_eve}) == date(2024, 12, 27)


@given(days, st.integers(0, 60))
def test_weeks_later_it_is_the_same_weekday(day: date, weeks: int) -> None:
    later = add_weeks(day, weeks)
    assert later.weekday() == day.weekday()
    assert (later - day).days == 7 * weeks


def test_three_weeks_from_the_letter_is_a_deficiency_letters_limit() -> None:
    assert add_weeks(date(2023, 2, 20), 3) == date(2023, 3, 13)


def test_a_day_ends_at_the_next_midnight_in_oslo_every_day_2023_to_2030() -> None:
    day = date(2023, 1, 1)
    while day.year <= 2030:
        midnight = datetime.combine(day + DAY, time(0), tzinfo=UTC)
        ends = midnight - timedelta(hours=hours_ahead_at_midnight(day + DAY))
        assert end_of_day(day) == ends, day
        assert end_of_day(day).utcoffset() == timedelta(0)
        assert start_of_day(day + DAY) == ends
        day += DAY


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2023, 3, 25), 24),
        (date(2023, 3, 26), 23),
        (date(2023, 10, 29), 25),
        (date(2030, 3, 31), 23),
        (date(2030, 10, 27), 25),
    ],
)
def test_the_days_on_which_clocks_change_are_shorter_and_longer(day: date, hours: int) -> None:
    assert end_of_day(day) - start_of_day(day) == timedelta(hours=hours)


def test_the_freeze_of_2023_is_two_midnights() -> None:
    assert start_of_day(date(2023, 2, 24)) == datetime(2023, 2, 23, 23, tzinfo=UTC)
    assert start_of_day(date(2023, 3, 13)) == datetime(2023, 3, 12, 23, tzinfo=UTC)


def test_the_hour_that_comes_twice_means_its_first_coming() -> None:
    assert at_local_time(date(2023, 10, 29), time(2, 30)) == datetime(
        2023, 10, 29, 0, 30, tzinfo=UTC
    )
