"""How long before the wanted day an order must have arrived."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from services.chassis.clock import OSLO
from services.chassis.norway import LeadTime, is_working_day, order_deadline

FRIDAY = date(2023, 3, 24)
SECOND = timedelta(seconds=1)
START = datetime(2023, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wanted", "last_day"),
    [
        (FRIDAY, date(2023, 3, 21)),  # Bergen's own example: Friday needs Tuesday
        (date(2023, 3, 20), date(2023, 3, 15)),  # Monday needs Wednesday
        (date(2023, 5, 19), date(2023, 5, 12)),  # the week of 17 May and Ascension Day
        (date(2023, 4, 11), date(2023, 4, 3)),  # the first day after Easter
        (date(2023, 12, 27), date(2023, 12, 20)),  # over Christmas
        (date(2024, 1, 2), date(2023, 12, 27)),  # over New Year
    ],
)
def test_an_order_arrives_before_ten_on_the_third_working_day_before(
    wanted: date, last_day: date
) -> None:
    local = order_deadline(wanted).astimezone(OSLO)
    assert local.replace(tzinfo=None) == datetime.combine(last_day, time(10))


def test_the_deadline_is_an_instant_in_utc_in_winter_and_summer() -> None:
    assert order_deadline(FRIDAY) == datetime(2023, 3, 21, 9, tzinfo=UTC)
    assert order_deadline(date(2023, 3, 30)) == datetime(2023, 3, 27, 8, tzinfo=UTC)


def test_a_second_before_ten_is_in_time_and_ten_is_too_late() -> None:
    rule = LeadTime()
    ten = order_deadline(FRIDAY)
    assert rule.is_in_time(FRIDAY, ten - SECOND)
    assert not rule.is_in_time(FRIDAY, ten)


def test_another_utility_has_another_rule() -> None:
    told = order_deadline(FRIDAY, working_days=2, cutoff=time(14, 30))
    assert told.astimezone(OSLO) == datetime(2023, 3, 22, 14, 30, tzinfo=OSLO)


def test_the_utilitys_closed_days_do_not_count() -> None:
    closed = {date(2023, 3, 22)}
    assert order_deadline(FRIDAY, closed=closed) == datetime(2023, 3, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ordered_at", "earliest"),
    [
        (datetime(2023, 3, 21, 9, 59, tzinfo=OSLO), FRIDAY),
        (datetime(2023, 3, 21, 10, 0, tzinfo=OSLO), date(2023, 3, 27)),
        (datetime(2023, 3, 18, 12, 0, tzinfo=OSLO), date(2023, 3, 23)),  # a Saturday
    ],
)
def test_the_earliest_day_follows_from_when_the_order_arrives(
    ordered_at: datetime, earliest: date
) -> None:
    assert LeadTime().earliest_day(ordered_at) == earliest


@given(
    st.integers(0, 8 * 365 * 24 * 60).map(lambda n: START + n * timedelta(minutes=1)),
    st.integers(0, 10),
)
def test_no_working_day_before_the_earliest_could_still_be_had(
    ordered_at: datetime, working_days: int
) -> None:
    rule = LeadTime(working_days=working_days)
    earliest = rule.earliest_day(ordered_at)
    assert is_working_day(earliest)
    assert rule.is_in_time(earliest, ordered_at)
    day = ordered_at.astimezone(OSLO).date()
    while day < earliest:
        assert not (is_working_day(day) and rule.is_in_time(day, ordered_at))
        day += timedelta(days=1)


@given(st.dates(date(2023, 1, 1), date(2030, 12, 31)))
def test_there_are_always_three_working_days_from_deadline_to_wanted_day(wanted: date) -> None:
    first = order_deadline(wanted).astimezone(OSLO).date()
    between = [first + timedelta(days=n) for n in range((wanted - first).days)]
    assert sum(is_working_day(day) for day in between) == 3


@pytest.mark.parametrize("working_days", [-1, 61])
def test_a_rule_nobody_could_meet_is_refused(working_days: int) -> None:
    with pytest.raises(ValidationError):
        LeadTime(working_days=working_days)
