"""Freeze windows (nedetid): intervals of instants; week numbers are only shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from services.cases.contract.types.words import FreezeState, Switch
from services.cases.domain.deadlines import local_day
from services.chassis.norway import add_working_days, end_of_day

DAYS_AFTER = 3
"""Working days a firm has after a freeze that its date fell into."""


class Window(Protocol):
    """What the rules need to know of a freeze."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def announced_at(self) -> datetime: ...
    @property
    def cancelled_at(self) -> datetime | None: ...
    @property
    def blocks(self) -> list[Switch]: ...


def state_at(window: Window, at: datetime) -> FreezeState:
    """Where it stands; the interval is half-open, `[starts_at, ends_at)`."""
    if window.cancelled_at is not None:
        return "cancelled"
    if at >= window.ends_at:
        return "ended"
    if at >= window.starts_at:
        return "active"
    return "announced" if at >= window.announced_at else "planned"


def frozen_until(windows: Iterable[Window], at: datetime) -> dict[Switch, datetime]:
    """What is blocked at the instant, and until when (the latest end of overlapping windows)."""
    until: dict[Switch, datetime] = {}
    for window in windows:
        if state_at(window, at) == "active":
            for switch in window.blocks:
                until[switch] = max(window.ends_at, until.get(switch, window.ends_at))
    return until


def moved_due(due_at: datetime, windows: Iterable[Window]) -> datetime:
    """A firm's date: inside a freeze of supplements it moves to its end + 3 working days."""
    blocking = [w for w in windows if w.cancelled_at is None and "supplements" in w.blocks]
    for window in sorted(blocking, key=lambda w: w.starts_at):
        if window.starts_at < due_at <= window.ends_at:
            due_at = end_of_day(add_working_days(local_day(window.ends_at), DAYS_AFTER))
    return due_at
