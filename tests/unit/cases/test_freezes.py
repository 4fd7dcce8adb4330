"""Freeze windows as intervals; every edge belongs to one side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest

from services.cases.contract.types.words import FreezeState, Switch
from services.cases.domain.freezes import frozen_until, moved_due, state_at
from services.chassis.clock import OSLO
from services.chassis.norway import end_of_day

STARTS = datetime(2023, 2, 24, tzinfo=OSLO)
ENDS = datetime(2023, 3, 13, tzinfo=OSLO)
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Planned:
    """A window as the rules see it."""

    starts_at: datetime = STARTS
    ends_at: datetime = ENDS
    announced_at: datetime = datetime(2023, 2, 10, tzinfo=OSLO)
    cancelled_at: datetime | None = None
    blocks: list[Switch] = field(default_factory=lambda: ["new_cases", "supplements"])


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (datetime(2023, 2, 1, tzinfo=OSLO), "planned"),
        (datetime(2023, 2, 10, tzinfo=OSLO), "announced"),
        (STARTS - MOMENT, "announced"),
        (STARTS, "active"),
        (ENDS - MOMENT, "active"),
        (ENDS, "ended"),
    ],
)
def test_the_state_follows_from_the_instants(at: datetime, state: FreezeState) -> None:
    assert state_at(Planned(), at) == state
    assert state_at(replace(Planned(), cancelled_at=at), at) == "cancelled"
    blocked = frozen_until([Planned()], at)
    assert blocked == ({"new_cases": ENDS, "supplements": ENDS} if state == "active" else {})


def test_of_overlapping_windows_the_latest_end_is_told() -> None:
    longer = replace(Planned(), ends_at=ENDS + timedelta(days=1), blocks=["new_cases"])
    blocked = frozen_until([longer, Planned()], STARTS)
    assert blocked == {"new_cases": longer.ends_at, "supplements": ENDS}


@pytest.mark.parametrize(
    ("last_day", "moved_to"),
    [
        (date(2023, 2, 23), date(2023, 2, 23)),
        (date(2023, 2, 24), date(2023, 3, 16)),
        (date(2023, 3, 12), date(2023, 3, 16)),
        (date(2023, 3, 13), date(2023, 3, 13)),
    ],
)
def test_a_date_with_a_frozen_last_day_moves(last_day: date, moved_to: date) -> None:
    assert moved_due(end_of_day(last_day), [Planned()]) == end_of_day(moved_to)


def test_only_freezes_of_supplements_that_stand_move_dates() -> None:
    due = end_of_day(date(2023, 3, 1))
    assert moved_due(due, [replace(Planned(), blocks=["new_cases"])]) == due
    assert moved_due(due, [replace(Planned(), cancelled_at=STARTS)]) == due


def test_a_date_moved_into_the_next_freeze_moves_on() -> None:
    following = replace(
        Planned(),
        starts_at=datetime(2023, 3, 15, tzinfo=OSLO),
        ends_at=datetime(2023, 3, 20, tzinfo=OSLO),
    )
    moved = moved_due(end_of_day(date(2023, 3, 1)), [following, Planned()])
    assert moved == end_of_day(date(2023, 3, 23))
