"""When a text may wake somebody up.

Deadlines end at midnight and reminders follow them, so without this rule a phone on a bedside table
would ring then. Codes, calls to the duty officer and security notices are not held back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services.chassis.clock import OSLO
from services.chassis.norway.calendar import at_local_time


@dataclass(frozen=True)
class Daytime:
    """From one full hour (0-23) until another (1-24, exclusive) on Oslo's clocks, every day."""

    first: int
    last: int

    def begins_after(self, at: datetime) -> datetime | None:
        """When it begins next, in UTC; None when it is daytime."""
        wall = at.astimezone(OSLO)
        if self.first <= wall.hour < self.last:
            return None
        today = wall.date() if wall.hour < self.first else wall.date() + timedelta(days=1)
        return at_local_time(today, time(self.first))
