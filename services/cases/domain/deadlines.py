"""How long the utility has, counted over whose turn it was; all instants half-open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from services.cases.domain.deadline_rule import DeadlineRule
from services.chassis.clock import OSLO
from services.chassis.norway import (
    add_months,
    add_weeks,
    add_working_days,
    end_of_day,
    push_to_working_day,
    start_of_day,
)

REMIND_WORKING_DAYS = 3
"""A firm is reminded this long before a letter's last day."""
CLOSING_WORKING_DAYS = 10
"""A firm has this long from the notice that its unanswered case will be closed."""


Owner = Literal["utility", "firm", "nobody"]
"""Whose time it is; nobody's before receipt, after the end, and while another body decides."""


@dataclass(frozen=True)
class Turn:
    """Whose turn it was, from and to; the running one has no end."""

    owner: Owner
    since: datetime
    until: datetime | None = None
    resets: bool = False
    """What was counted before it does not count, nor does it: a fundamental lack, or an end."""


@dataclass(frozen=True)
class Extension:
    """More time, in the unit of the limit; said at an instant."""

    at: datetime
    added: int


def expected_by(
    turns: Sequence[Turn], limit: DeadlineRule, extensions: Sequence[Extension] = ()
) -> datetime | None:
    """When the utility's time is over; None while it does not run.

    A minor lack deducts the days the firm used; after a fundamental one the time starts when the
    answer came (byggesak practice). An end on a weekend or holiday moves to the next working day.
    """
    last = last_day(turns, limit, extensions)
    return None if last is None else end_of_day(push_to_working_day(last))


def last_day(
    turns: Sequence[Turn], limit: DeadlineRule, extensions: Sequence[Extension] = ()
) -> date | None:
    """The last day before it is moved to a working day; None while the time does not run."""
    if not turns or turns[-1].owner != "utility" or turns[-1].until is not None:
        return None
    resets = [position for position, turn in enumerate(turns) if turn.resets]
    counted = turns[resets[-1] + 1 :] if resets else turns
    since = counted[0].since
    added = sum(_used(turn, limit) for turn in counted if turn.owner != "utility")
    added += sum(extension.added for extension in extensions if extension.at >= since)
    return limit.last_day(local_day(since), added)


def added_until(
    turns: Sequence[Turn], limit: DeadlineRule, extensions: Sequence[Extension], until: date
) -> int | None:
    """What an extension must add for the time to end with that day; None when it adds nothing."""
    last = last_day(turns, limit, extensions)
    if last is None or push_to_working_day(until) <= push_to_working_day(last):
        return None
    return limit.days_between(last, push_to_working_day(until))


def appeal_until(decided_at: datetime, weeks: int | None) -> datetime | None:
    """The end of the time to appeal (forvaltningsloven section 29: three weeks from the notice)."""
    if weeks is None:
        return None
    return end_of_day(push_to_working_day(add_weeks(local_day(decided_at), weeks)))


def answer_within(asked_at: datetime, weeks: int) -> datetime:
    """The end of a letter's time when nobody chose a day."""
    return end_of_day(push_to_working_day(add_weeks(local_day(asked_at), weeks)))


def interim_due(received_at: datetime) -> datetime:
    """When an interim answer goes out, so that it comes within a month (section 11 a)."""
    return start_of_day(add_months(local_day(received_at), 1))


def remind_from(due_at: datetime) -> datetime:
    """When a firm is reminded of a letter that ends then; working days before its last day."""
    last = local_day(due_at - timedelta(microseconds=1))
    return start_of_day(add_working_days(last, -REMIND_WORKING_DAYS))


def closes_after(told_at: datetime) -> datetime:
    """From when a case may be closed that the firm was told of then."""
    return end_of_day(add_working_days(local_day(told_at), CLOSING_WORKING_DAYS))


def lapses_at(decided_at: datetime, years: int | None) -> datetime | None:
    """When an unused approval lapses; the last day counts to its end."""
    return None if years is None else end_of_day(add_months(local_day(decided_at), 12 * years))


def lapse_warnings(lapses: datetime) -> tuple[datetime, datetime]:
    """When the firm is warned: three months before, and two weeks before."""
    day = local_day(lapses)
    return start_of_day(add_months(day, -3)), start_of_day(add_weeks(day, -2))


def lapses_after_warning(warned_at: datetime) -> datetime:
    """The earliest end after the last warning, should that have come late."""
    return start_of_day(add_weeks(local_day(warned_at), 2))


def local_day(instant: datetime) -> date:
    """The date on the wall in Oslo."""
    return instant.astimezone(OSLO).date()


def _used(turn: Turn, limit: DeadlineRule) -> int:
    """Whole days in Oslo, so that summer time neither gives nor takes one."""
    if turn.until is None:
        return 0
    return limit.days_between(local_day(turn.since), local_day(turn.until))
