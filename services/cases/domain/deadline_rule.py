"""How much time the utility has, in the unit its rule counts in."""

from __future__ import annotations

from datetime import date, timedelta

from pydantic import Field, model_validator

from services.chassis.messages import Message
from services.chassis.norway import add_weeks, add_working_days, working_days_between


class DeadlineRule(Message):
    """Calendar weeks or working days from receipt; exactly one of them.

    An end on a weekend or holiday moves to the next working day.
    """

    weeks: int | None = Field(default=None, ge=1, le=52)
    working_days: int | None = Field(default=None, ge=1, le=250)

    @model_validator(mode="after")
    def _one_unit(self) -> DeadlineRule:
        if (self.weeks is None) == (self.working_days is None):
            raise ValueError("a limit is in weeks or in working days")
        return self

    def last_day(self, first: date, added: int) -> date:
        """The last day, with days added; not yet moved out of a weekend or holiday."""
        if self.working_days is not None:
            return add_working_days(first, self.working_days + added)
        return add_weeks(first, self.weeks or 0) + timedelta(days=added)

    def days_between(self, first: date, last: date) -> int:
        """Days after the first up to and with the last, in the unit of the limit."""
        if self.working_days is not None:
            return working_days_between(first, last)
        return (last - first).days
