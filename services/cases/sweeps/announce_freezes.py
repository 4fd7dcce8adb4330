"""Tells freezes that were announced, began or ended since the last round."""

from __future__ import annotations

from services.cases import events
from services.cases.store import freezes
from services.chassis.db.work import Work


def announce_freezes(work: Work) -> int:
    """Only the telling is timed here: the guards look at the instants themselves."""
    windows = freezes.to_tell(work.session, work.now)
    for window in windows:
        events.tell_freeze(work, window)
    return len(windows)
