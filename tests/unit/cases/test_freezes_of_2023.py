"""The freeze of the source text: told in three posts as "weeks 9 and 10", "Friday 24 February" and
"until Monday 13 March". One interval of instants; weeks are only what people call it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from services.cases.contract.types.words import FreezeState
from services.cases.domain.freezes import frozen_until, moved_due, state_at
from services.cases.domain.guards import GUARDS
from services.chassis.clock import OSLO
from services.chassis.norway import end_of_day
from tests.unit.cases.situations import NOW, open_situation
from tests.unit.cases.test_freezes import ENDS, MOMENT, STARTS, Planned

FIRST_POST = datetime(2023, 1, 26, 9, tzinfo=OSLO)
SECOND_POST, THIRD_POST = (datetime(2023, 2, day, 9, tzinfo=OSLO) for day in (14, 21))
WINDOW = replace(Planned(), announced_at=FIRST_POST, blocks=["new_cases", "supplements", "orders"])


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (FIRST_POST - MOMENT, "planned"),
        (FIRST_POST, "announced"),
        (SECOND_POST, "announced"),
        (THIRD_POST, "announced"),
        (STARTS - MOMENT, "announced"),
        (STARTS, "active"),
        (datetime(2023, 2, 27, tzinfo=OSLO), "active"),
        (datetime(2023, 3, 12, 23, 59, 59, tzinfo=OSLO), "active"),
        (ENDS - MOMENT, "active"),
        (ENDS, "ended"),
    ],
)
def test_every_post_tells_of_the_same_interval(at: datetime, state: FreezeState) -> None:
    assert state_at(WINDOW, at) == state
    assert set(frozen_until([WINDOW], at)) == (set(WINDOW.blocks) if state == "active" else set())


def test_it_begins_on_the_friday_before_week_nine_and_ends_with_week_ten() -> None:
    assert STARTS.date().isocalendar()[:2] == (2023, 8)
    assert (STARTS.weekday(), ENDS.weekday()) == (4, 0)
    assert (ENDS - MOMENT).date().isocalendar()[:2] == (2023, 10)


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [(date(2023, 3, 24), date(2023, 3, 27), 71), (date(2023, 10, 27), date(2023, 10, 30), 73)],
)
def test_a_weekend_that_loses_or_gains_an_hour(starts: date, ends: date, hours: int) -> None:
    """Summer time begins on 26 March and ends on 29 October 2023."""
    opens, closes = (
        datetime(day.year, day.month, day.day, tzinfo=OSLO).astimezone(UTC)
        for day in (starts, ends)
    )
    window = replace(Planned(), starts_at=opens, ends_at=closes, announced_at=FIRST_POST)
    assert closes - opens == timedelta(hours=hours)
    for second in range(0, hours * 3600, 1800):
        assert state_at(window, opens + timedelta(seconds=second)) == "active"
    assert state_at(window, opens - MOMENT) == "announced"
    assert state_at(window, closes) == "ended"
    due = end_of_day(starts + timedelta(days=1))
    assert moved_due(due, [window]) == end_of_day(ends + timedelta(days=3))


def test_what_is_urgent_goes_through_everything() -> None:
    now = open_situation("decision", "draft", "firm")
    until = NOW + timedelta(days=1)
    frozen = replace(now, frozen_until={"new_cases": until, "supplements": until})
    for guard in ("new_cases_open", "supplements_open"):
        refusal = GUARDS[guard].refusal(frozen)
        assert refusal is not None
        assert refusal.code == "IntakeFrozen"
        assert GUARDS[guard].refusal(replace(frozen, urgent=True)) is None
