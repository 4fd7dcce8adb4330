"""Callbacks that never found their message are dropped after a day."""

from __future__ import annotations

from datetime import timedelta

from services.chassis.db.work import Work
from services.notify.store import deliveries

KEPT = timedelta(days=1)


def forget_stray_callbacks(work: Work) -> int:
    """Returns how many were dropped."""
    return deliveries.forget_early(work.session, work.now - KEPT)
