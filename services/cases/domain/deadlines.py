"""How long the utility has, counted over whose turn it was; all instants half-open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from services.chassis.clock import OSLO
from services.chassis.norway import add_weeks, end_of_day, push_to_working_day


@dataclass(frozen=True)
class Turn:
    """Whose turn it was, from and to; the running one has no end."""

    owner: Literal["utility", "firm"]
    since: datetime
    until: datetime | None = None
    resets: bool = False
    """A fundamental lack: what was counted before it does not count."""


def expected_by(turns: Sequence[Turn], weeks: int) -> datetime | None:
    """When the utility's time is over; None while it does not run.

    A minor lack deducts the days the firm used; after a fundamental one the time starts when the
    answer came (byggesak practice). An end on a weekend or holiday moves to the next working day.
    """
    if not turns or turns[-1].owner != "utility" or turns[-1].until is not None:
        return None
    resets = [position for position, turn in enumerate(turns) if turn.resets]
    counted = turns[resets[-1] + 1 :] if resets else turns
    paused = sum((_days(turn) for turn in counted if turn.owner == "firm"), timedelta())
    last = add_weeks(local_day(counted[0].since), weeks) + paused
    return end_of_day(push_to_working_day(last))


def appeal_until(decided_at: datetime, weeks: int | None) -> datetime | None:
    """The end of the time to appeal (forvaltningsloven section 29: three weeks from the notice)."""
    if weeks is None:
        return None
    return end_of_day(push_to_working_day(add_weeks(local_day(decided_at), weeks)))


def answer_within(asked_at: datetime, weeks: int) -> datetime:
    """The end of a letter's time when nobody chose a day."""
    return end_of_day(push_to_working_day(add_weeks(local_day(asked_at), weeks)))


def local_day(instant: datetime) -> date:
    """The date on the wall in Oslo."""
    return instant.astimezone(OSLO).date()


def _days(turn: Turn) -> timedelta:
    """Calendar days in Oslo, so that summer time neither gives nor takes one."""
    if turn.until is None:
        return timedelta()
    return local_day(turn.until) - local_day(turn.since)
