"""Days, holidays and summer time in Oslo, reckoned from first principles with whole numbers.

Shares nothing with what it checks: no time zone database, no holiday package, no date arithmetic
but day numbers. Summer time: the last Sundays of March and October at 01:00 UTC (directive
2000/84/EC). Easter: the anonymous Gregorian computus. Holidays: lov om helligdager, 1 and 17 May.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOUR = 3600
DAY = 24 * HOUR
SATURDAY, SUNDAY = 5, 6
FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
AROUND_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, both Easter days, Ascension, both Whit days."""


def weekday(day: int) -> int:
    """0 is Monday; day 0, 1 January 1970, was a Thursday."""
    return (day + 3) % 7


@cache
def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 (the civil calendar, counted from March)."""
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def year_of(day: int) -> int:
    """The year a day number lies in."""
    year = 1970 + day // 366
    while day_number(year + 1, 1, 1) <= day:
        year += 1
    return year


@cache
def easter(year: int) -> int:
    """Easter Sunday as a day number."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_number(year, month, day + 1)


@cache
def closed(day: int) -> bool:
    """A Saturday, Sunday or public holiday."""
    year = year_of(day)
    holidays = {day_number(year, month, number) for month, number in FIXED}
    holidays |= {easter(year) + away for away in AROUND_EASTER}
    return weekday(day) in {SATURDAY, SUNDAY} or day in holidays


@cache
def last_sunday(year: int, month: int) -> int:
    """Of March or October, which have 31 days."""
    last = day_number(year, month, 31)
    return last - (weekday(last) + 1) % 7


def offset(instant: int) -> int:
    """Seconds Oslo is ahead of UTC at an instant."""
    year = year_of(instant // DAY)
    summer = last_sunday(year, 3) * DAY + HOUR <= instant < last_sunday(year, 10) * DAY + HOUR
    return 2 * HOUR if summer else HOUR


def local_day(instant: int) -> int:
    """The day on the wall."""
    return (instant + offset(instant)) // DAY


def midnight(day: int) -> int:
    """When a day begins; the clocks never change at midnight."""
    for ahead in (HOUR, 2 * HOUR):
        instant = day * DAY - ahead
        if offset(instant) == ahead:
            return instant
    raise AssertionError("every day begins")


def first_open(day: int) -> int:
    """The day itself, or the first after it on which people work."""
    while closed(day):
        day += 1
    return day


def open_days_after(day: int, count: int) -> int:
    """The nth working day after (or, negative, before) a day."""
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day += step
        while closed(day):
            day += step
    return day


def seconds(instant: datetime) -> int:
    """An instant as whole seconds."""
    return int((instant - EPOCH).total_seconds())


def instant_of(at: int) -> datetime:
    """Whole seconds as an instant."""
    return EPOCH + timedelta(seconds=at)


def date_of(day: int) -> date:
    """A day number as a date, for asking what is checked."""
    return date(1970, 1, 1) + timedelta(days=day)
