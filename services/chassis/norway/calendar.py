"""Norwegian working days and the instants at which days end.

A deadline is half-open: it runs from an instant up to, but not including, another. A deadline on
a day therefore ends at the next midnight in Oslo, which is 22:00 or 23:00 UTC.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import holidays

from services.chassis.clock import OSLO

_DAY = timedelta(days=1)
_SATURDAY = 5

NEVER_CLOSED: Collection[date] = frozenset()
"""No days closed besides weekends and public holidays."""


def is_public_holiday(day: date) -> bool:
    """True on the days Norwegian law keeps free (Easter, 1 and 17 May, Christmas, New Year)."""
    return day in _public_holidays(day.year)


def is_working_day(day: date, closed: Collection[date] = NEVER_CLOSED) -> bool:
    """Monday to Friday, not a public holiday, not one of the utility's own closed days."""
    return day.weekday() < _SATURDAY and not is_public_holiday(day) and day not in closed


def next_working_day(day: date, closed: Collection[date] = NEVER_CLOSED) -> date:
    """The first working day after it."""
    return add_working_days(day, 1, closed)


def add_working_days(day: date, count: int, closed: Collection[date] = NEVER_CLOSED) -> date:
    """The nth working day after it, or before it when the count is negative; 0 is the day itself.

    The day itself is never counted, so it need not be a working day.
    """
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, closed):
            day += step
    return day


def push_to_working_day(day: date, closed: Collection[date] = NEVER_CLOSED) -> date:
    """The day itself when it is a working day, else the first one after.

    Rule: a limit that ends on a weekend or holiday moves to the next working day.
    """
    return day if is_working_day(day, closed) else next_working_day(day, closed)


def add_weeks(day: date, weeks: int) -> date:
    """The same weekday that many weeks later; limits in weeks are reckoned so."""
    return day + timedelta(weeks=weeks)


def working_days_between(first: date, last: date, closed: Collection[date] = NEVER_CLOSED) -> int:
    """Working days after the first day, up to and with the last; 0 when it is not later."""
    days = (first + timedelta(days=count) for count in range(1, (last - first).days + 1))
    return sum(is_working_day(day, closed) for day in days)


def add_months(day: date, months: int) -> date:
    """The same day of the month that many months later, or the last one the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def start_of_day(day: date) -> datetime:
    """The first instant of the day in Oslo, in UTC."""
    return at_local_time(day, time(0))


def end_of_day(day: date) -> datetime:
    """The first instant no longer in the day: the next midnight in Oslo, in UTC (exclusive)."""
    return start_of_day(day + _DAY)


def at_local_time(day: date, wall: time) -> datetime:
    """That time on Oslo's clocks as an instant in UTC.

    The hour that comes twice when summer time ends means its first coming.
    """
    return datetime.combine(day, wall, tzinfo=OSLO).astimezone(UTC)


@cache
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NO", years=year))
