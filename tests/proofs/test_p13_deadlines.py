"""P13: deadlines, lead times and freezes are right for every hour of 2023 to 2030 in Oslo.

`EVERY_HOURS` says how many hours lie between two checked (default 29 in the suite, so that every
hour of the day has its turn; 1 in `make proofs`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

import pytest

from services.cases.contract.types.words import Switch
from services.cases.domain import deadlines, freezes
from services.cases.domain.deadline_rule import DeadlineRule
from services.cases.domain.deadlines import Turn
from services.chassis.norway import LeadTime
from tests.proofs import oslo_oracle as oslo

EVERY = int(os.environ.get("EVERY_HOURS", "29"))
FIRST, LAST = oslo.midnight(oslo.day_number(2023, 1, 1)), oslo.midnight(oslo.day_number(2031, 1, 1))
DAYS_ASKED, DAYS_ANSWERED = 2, 11


def hours() -> Iterator[int]:
    """The instants that are checked, with the hours around each change of the clocks always in."""
    around = {
        oslo.last_sunday(year, month) * oslo.DAY + at * oslo.HOUR
        for year in range(2023, 2031)
        for month in (3, 10)
        for at in range(-26, 50)
    }
    yield from sorted({*range(FIRST, LAST, EVERY * oslo.HOUR), *around})


def end_of(day: int) -> datetime:
    return oslo.instant_of(oslo.midnight(day + 1))


@pytest.mark.parametrize("weeks", [3, 6, 12])
def test_an_answer_in_weeks_with_and_without_a_lack(weeks: int) -> None:
    rule = DeadlineRule(weeks=weeks)
    for at in hours():
        received = oslo.instant_of(at)
        day = oslo.local_day(at)
        due = oslo.first_open(day + 7 * weeks)
        assert deadlines.expected_by([Turn("utility", received)], rule) == end_of(due), received
        asked, back = at + DAYS_ASKED * oslo.DAY, at + DAYS_ANSWERED * oslo.DAY
        away, home = oslo.instant_of(asked), oslo.instant_of(back)
        used = oslo.local_day(back) - oslo.local_day(asked)
        for resets, last in (
            (False, day + 7 * weeks + used),
            (True, oslo.local_day(back) + 7 * weeks),
        ):
            turns = [
                Turn("utility", received, away),
                Turn("firm", away, home, resets),
                Turn("utility", home),
            ]
            expected = end_of(oslo.first_open(last))
            assert deadlines.expected_by(turns, rule) == expected, (received, resets)


@pytest.mark.parametrize("count", [5, 10, 30])
def test_an_answer_in_working_days(count: int) -> None:
    rule = DeadlineRule(working_days=count)
    for at in hours():
        turns = [Turn("utility", oslo.instant_of(at))]
        due = oslo.open_days_after(oslo.local_day(at), count)
        assert deadlines.expected_by(turns, rule) == end_of(due), oslo.instant_of(at)


def test_appeals_letters_reminders_and_closings() -> None:
    for at in hours():
        instant, day = oslo.instant_of(at), oslo.local_day(at)
        three_weeks = oslo.first_open(day + 21)
        assert deadlines.appeal_until(instant, 3) == end_of(three_weeks), instant
        due_at = deadlines.answer_within(instant, 3)
        assert due_at == end_of(three_weeks), instant
        reminded = oslo.midnight(oslo.open_days_after(three_weeks, -3))
        assert deadlines.remind_from(due_at) == oslo.instant_of(reminded), instant
        assert deadlines.closes_after(instant) == end_of(oslo.open_days_after(day, 10)), instant


def test_an_order_is_in_time_before_ten_on_the_third_working_day_before() -> None:
    rule = LeadTime(working_days=3, cutoff=time(10))
    for at in hours():
        instant, day = oslo.instant_of(at), oslo.local_day(at)
        for wanted in range(day, day + 9):
            limit_day = oslo.open_days_after(wanted, -3)
            in_time = at < limit_day * oslo.DAY + 10 * oslo.HOUR - oslo.offset(
                limit_day * oslo.DAY + 8 * oslo.HOUR
            )
            assert rule.is_in_time(oslo.date_of(wanted), instant) == in_time, (instant, wanted)


@dataclass(frozen=True)
class Window:
    """A freeze as the rules see it."""

    starts_at: datetime
    ends_at: datetime
    announced_at: datetime
    blocks: list[Switch]
    cancelled_at: datetime | None = None


def the_freeze_of_2023() -> tuple[int, int, Window]:
    """From Friday 24 February, though the headline says weeks 9 and 10, until Monday 13 March."""
    start = oslo.midnight(oslo.day_number(2023, 2, 24))
    end = oslo.midnight(oslo.day_number(2023, 3, 13))
    assert oslo.weekday(oslo.local_day(start)) == 4
    assert oslo.weekday(oslo.local_day(end)) == 0
    opens = oslo.instant_of(start)
    return start, end, Window(opens, oslo.instant_of(end), opens, ["new_cases", "supplements"])


def test_the_freeze_of_2023_blocks_exactly_its_hours() -> None:
    start, end, window = the_freeze_of_2023()
    edges = {start - 1, start, start + 1, end - 1, end, end + 1}
    for at in sorted({*hours(), *edges}):
        frozen = freezes.frozen_until([window], oslo.instant_of(at))
        expected = {"new_cases": window.ends_at, "supplements": window.ends_at}
        assert frozen == (expected if start <= at < end else {}), oslo.instant_of(at)


def test_a_firms_date_inside_the_freeze_moves_three_working_days_past_its_end() -> None:
    start, end, window = the_freeze_of_2023()
    after = end_of(oslo.open_days_after(oslo.local_day(end), 3))
    for at in sorted({*hours(), start, end}):
        due_at = oslo.instant_of(at)
        moved = freezes.moved_due(due_at, [window])
        assert moved == (after if start < at <= end else due_at), due_at


def test_the_oracle_knows_days_anybody_can_look_up() -> None:
    assert oslo.date_of(oslo.easter(2023)).isoformat() == "2023-04-09"
    assert oslo.date_of(oslo.easter(2030)).isoformat() == "2030-04-21"
    assert oslo.date_of(oslo.last_sunday(2026, 3)).isoformat() == "2026-03-29"
    assert oslo.closed(oslo.day_number(2027, 5, 17))
    assert oslo.closed(oslo.day_number(2026, 5, 14)), "Ascension Day"
    assert not oslo.closed(oslo.day_number(2026, 12, 24)), "Christmas Eve is a working day in law"
    assert oslo.seconds(datetime.fromisoformat("2026-07-01T00:00:00+02:00")) == oslo.midnight(
        oslo.day_number(2026, 7, 1)
    )


def test_a_rule_that_forgets_the_holidays_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof bites."""
    monkeypatch.setattr("services.chassis.norway.calendar.is_public_holiday", lambda _day: False)
    with pytest.raises(AssertionError):
        test_appeals_letters_reminders_and_closings()
