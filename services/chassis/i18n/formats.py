"""Dates, times and numbers as a reader of the language writes them; instants in Oslo's time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.numbers import format_decimal

from services.chassis import clock
from services.chassis.clock import OSLO
from services.chassis.i18n.language import Language

DateStyle = Literal["short", "long", "full"]
"""`17.05.2023`, `17. mai 2023`, `onsdag 17. mai 2023`."""

_LOCALES: dict[Language, Locale] = {
    "nb": Locale("nb", "NO"),
    "nn": Locale("nn", "NO"),
    "en": Locale("en", "GB"),
}
_AT: dict[Language, str] = {"nb": "kl.", "nn": "kl.", "en": "at"}
_TO_AND_WITH: dict[Language, str] = {
    "nb": "til og med",
    "nn": "til og med",
    "en": "up to and including",
}
_BEFORE: dict[Language, str] = {"nb": "innen", "nn": "innan", "en": "by"}
_INSTANT = timedelta(microseconds=1)


def show_date(day: date | datetime, language: Language = "nb", style: DateStyle = "long") -> str:
    """The date, in Oslo when it is an instant; raises ValueError for a datetime without zone."""
    local = _local(day).date() if isinstance(day, datetime) else day
    return str(format_date(local, style, locale=_LOCALES[language]))


def show_time(instant: datetime, language: Language = "nb") -> str:
    """The time of day in Oslo, `10:00`; raises ValueError for a datetime without zone."""
    return str(format_time(_local(instant), "short", tzinfo=OSLO, locale=_LOCALES[language]))


def show_datetime(instant: datetime, language: Language = "nb", style: DateStyle = "long") -> str:
    """`17. mai 2023 kl. 10:00`, in Oslo; raises ValueError for a datetime without zone."""
    day = show_date(instant, language, style)
    return f"{day} {_AT[language]} {show_time(instant, language)}"


def show_start(instant: datetime, language: Language = "nb", now: datetime | None = None) -> str:
    """When something begins: `13. mars`, with the year unless it is this one, and the time of day
    unless it begins with the day. Raises ValueError for a datetime without zone."""
    local, today = _local(instant), _local(now or clock.now())
    day = show_date(instant, language)
    if local.year == today.year:
        day = day.removesuffix(f" {local.year}")
    begins_with_day = local.hour == local.minute == local.second == 0
    return day if begins_with_day else f"{day} {_AT[language]} {show_time(instant, language)}"


def show_deadline(instant: datetime, language: Language = "nb", style: DateStyle = "long") -> str:
    """The end of a half-open deadline as people say it.

    One that ends with a day shows the last day included (`til og med 3. mars 2023` for midnight
    before the 4th), one that ends within a day shows the time (`innen 3. mars 2023 kl. 10:00`).
    Raises ValueError for a datetime without zone.
    """
    local = _local(instant)
    if local.hour == local.minute == local.second == local.microsecond == 0:
        return f"{_TO_AND_WITH[language]} {show_date(last_day(instant), language, style)}"
    return f"{_BEFORE[language]} {show_datetime(instant, language, style)}"


def last_day(instant: datetime) -> date:
    """The last day, in Oslo, that has any time before the instant."""
    return _local(instant - _INSTANT).date()


def show_number(
    number: int | float | Decimal, language: Language = "nb", decimals: int | None = None
) -> str:
    """`1 234,5` in Norwegian, `1,234.5` in English; a fixed count of decimals when given."""
    pattern = None if decimals is None else f"#,##0.{'0' * decimals}".rstrip(".")
    return str(format_decimal(number, format=pattern, locale=_LOCALES[language]))


def show_relative(instant: datetime, language: Language = "nb", now: datetime | None = None) -> str:
    """`for 3 timer siden`, `om 2 døgn`, counted from now; ValueError without a zone."""
    away = _local(instant).astimezone(UTC) - _local(now or clock.now()).astimezone(UTC)
    return str(format_timedelta(away, add_direction=True, locale=_LOCALES[language]))


def _local(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant has a time zone")
    return instant.astimezone(OSLO)
