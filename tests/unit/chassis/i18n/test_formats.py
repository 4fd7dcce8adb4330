"""Dates, times and numbers as the reader writes them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.chassis import clock
from services.chassis.i18n import (
    Language,
    last_day,
    show_date,
    show_datetime,
    show_deadline,
    show_number,
    show_relative,
    show_time,
)
from services.chassis.i18n.formats import DateStyle
from services.chassis.norway import end_of_day

EVENING_BEFORE = datetime(2023, 5, 16, 22, 5, tzinfo=UTC)
"""Already 17 May in Oslo."""


@pytest.mark.parametrize(
    ("language", "style", "shown"),
    [
        ("nb", "short", "17.05.2023"),
        ("nb", "long", "17. mai 2023"),
        ("nb", "full", "onsdag 17. mai 2023"),
        ("nn", "long", "17. mai 2023"),
        ("en", "short", "17/05/2023"),
        ("en", "long", "17 May 2023"),
    ],
)
def test_a_date_is_oslos_and_in_the_readers_form(
    language: Language, style: DateStyle, shown: str
) -> None:
    assert show_date(EVENING_BEFORE, language, style) == shown
    assert show_date(date(2023, 5, 17), language, style) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nb", "17. mai 2023 kl. 00:05"),
        ("nn", "17. mai 2023 kl. 00:05"),
        ("en", "17 May 2023 at 00:05"),
    ],
)
def test_an_instant_is_shown_on_oslos_clock(language: Language, shown: str) -> None:
    assert show_datetime(EVENING_BEFORE, language) == shown
    assert show_time(EVENING_BEFORE, language) == "00:05"


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nb", "til og med 3. mars 2023"),
        ("nn", "til og med 3. mars 2023"),
        ("en", "up to and including 3 March 2023"),
    ],
)
def test_a_deadline_that_ends_with_a_day_shows_the_last_day_included(
    language: Language, shown: str
) -> None:
    assert show_deadline(end_of_day(date(2023, 3, 3)), language) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nb", "innen 21. mars 2023 kl. 10:00"),
        ("nn", "innan 21. mars 2023 kl. 10:00"),
        ("en", "by 21 March 2023 at 10:00"),
    ],
)
def test_a_deadline_that_ends_within_a_day_shows_the_time(language: Language, shown: str) -> None:
    assert show_deadline(datetime(2023, 3, 21, 9, tzinfo=UTC), language) == shown


@given(st.dates(date(2023, 1, 1), date(2030, 12, 31)))
def test_the_last_day_of_a_days_end_is_the_day_itself(day: date) -> None:
    assert last_day(end_of_day(day)) == day
    assert show_deadline(end_of_day(day)) == f"til og med {show_date(day)}"


def test_a_moment_after_midnight_has_reached_the_new_day() -> None:
    assert last_day(end_of_day(date(2023, 3, 3)) + timedelta(microseconds=1)) == date(2023, 3, 4)


@pytest.mark.parametrize(
    ("number", "decimals", "nb", "en"),
    [
        (1234567, None, "1\u00a0234\u00a0567", "1,234,567"),
        (Decimal("1234.5"), None, "1\u00a0234,5", "1,234.5"),
        (Decimal("27"), 2, "27,00", "27.00"),
        (2.7, 0, "3", "3"),
        (-3, None, "-3", "-3"),
    ],
)
def test_numbers_have_a_comma_in_norwegian_and_a_point_in_english(
    number: int | float | Decimal, decimals: int | None, nb: str, en: str
) -> None:
    assert show_number(number, "nb", decimals) == nb
    assert show_number(number, "nn", decimals) == nb
    assert show_number(number, "en", decimals) == en


@pytest.mark.parametrize(
    ("hours", "language", "shown"),
    [
        (-3, "nb", "for 3 timer siden"),
        (-3, "nn", "for 3 timar sidan"),
        (-3, "en", "3 hours ago"),
        (2, "nb", "om 2 timer"),
        (24 * 14, "nb", "om 2 uker"),
    ],
)
def test_nearness_is_told_in_words(hours: int, language: Language, shown: str) -> None:
    there = EVENING_BEFORE + timedelta(hours=hours)
    assert show_relative(there, language, now=EVENING_BEFORE) == shown


def test_nearness_is_counted_from_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: EVENING_BEFORE)
    assert show_relative(EVENING_BEFORE - timedelta(minutes=5)) == "for 5 minutter siden"


def test_nearness_is_counted_in_hours_lived_when_clocks_change() -> None:
    before = datetime(2023, 3, 26, 0, 30, tzinfo=UTC).astimezone(clock.OSLO)
    after = datetime(2023, 3, 26, 1, 30, tzinfo=UTC).astimezone(clock.OSLO)
    assert show_relative(after, "nb", now=before) == "om 1 time"


@pytest.mark.parametrize(
    "show", [show_date, show_time, show_datetime, show_deadline, show_relative, last_day]
)
def test_a_time_without_a_zone_is_refused(show: object) -> None:
    assert callable(show)
    with pytest.raises(ValueError, match="time zone"):
        show(EVENING_BEFORE.replace(tzinfo=None))
