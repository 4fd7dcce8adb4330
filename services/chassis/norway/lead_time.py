"""How long before the wanted day an order must have arrived."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from pydantic import BaseModel, ConfigDict, Field

from services.chassis.clock import OSLO
from services.chassis.norway.calendar import (
    NEVER_CLOSED,
    add_working_days,
    at_local_time,
    next_working_day,
    push_to_working_day,
)


class LeadTime(BaseModel):
    """A utility's rule: before `cutoff` on the nth working day before the wanted day.

    The default is Bergen's: 10:00 on the third working day before, so Friday must be ordered by
    Tuesday and Monday by Wednesday. Large closures and holidays may ask for more days.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    working_days: int = Field(default=3, ge=0, le=60)
    cutoff: time = time(10)

    def deadline(self, wanted: date, closed: Collection[date] = NEVER_CLOSED) -> datetime:
        """The first instant that is too late for the wanted day, in UTC."""
        day = add_working_days(wanted, -self.working_days, closed)
        return at_local_time(day, self.cutoff)

    def is_in_time(
        self, wanted: date, ordered_at: datetime, closed: Collection[date] = NEVER_CLOSED
    ) -> bool:
        """True when an order that arrives then may still have the wanted day."""
        return ordered_at < self.deadline(wanted, closed)

    def earliest_day(self, ordered_at: datetime, closed: Collection[date] = NEVER_CLOSED) -> date:
        """The first working day an order that arrives then may ask for."""
        arrived = ordered_at.astimezone(OSLO).date()
        day = push_to_working_day(arrived + timedelta(days=self.working_days), closed)
        while not self.is_in_time(day, ordered_at, closed):
            day = next_working_day(day, closed)
        return day


def order_deadline(
    wanted: date,
    *,
    working_days: int = 3,
    cutoff: time = time(10),
    closed: Collection[date] = NEVER_CLOSED,
) -> datetime:
    """The first instant at which an order for the wanted day is too late, in UTC."""
    return LeadTime(working_days=working_days, cutoff=cutoff).deadline(wanted, closed)
