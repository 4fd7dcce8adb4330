"""When the lifeline rings: pure, from the age of a report and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

PATIENCE = timedelta(seconds=3)
"""How long notify has, from the report, until the provider has accepted its ring."""
PAUSE_BETWEEN_TRIES = timedelta(seconds=3)
KEEP_MARKERS = timedelta(days=8)
"""A day longer than the gateway keeps the reports they stand beside."""

Verdict = Literal["wait", "ring", "done"]


@dataclass(frozen=True)
class Standing:
    """What the lifeline knows of one report."""

    reported_at: datetime
    stood_down: bool = False
    """Notify's ring was accepted by the provider."""
    rung: bool = False
    """The lifeline's own ring was."""
    acknowledged: bool = False
    """Somebody pressed the key."""
    last_try_at: datetime | None = None


def verdict(report: Standing, now: datetime) -> Verdict:
    """Ring unless somebody has rung, or notify still has time; try again until it is accepted.

    A report dated in the future (a clock that was set back) is rung at once: waiting for its
    time could be for ever.
    """
    if report.stood_down or report.rung or report.acknowledged:
        return "done"
    age = now - report.reported_at
    if timedelta(0) <= age < PATIENCE:
        return "wait"
    if report.last_try_at is None:
        return "ring"
    since = now - report.last_try_at
    return "wait" if timedelta(0) <= since < PAUSE_BETWEEN_TRIES else "ring"
