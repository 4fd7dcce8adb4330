"""Drafts do not lie for ever: what nobody writes in is taken away, after a warning."""

from __future__ import annotations

from datetime import datetime, timedelta

KEPT = timedelta(days=90)
"""A draft lives so long after the last save."""
WARNED_BEFORE = timedelta(days=14)


def warned_at(edited_at: datetime) -> datetime:
    """When the firm is told."""
    return edited_at + KEPT - WARNED_BEFORE


def expires_at(edited_at: datetime, told_at: datetime | None) -> datetime | None:
    """When it goes; never sooner than two weeks after it was told, and not before it was."""
    if told_at is None:
        return None
    return max(edited_at + KEPT, told_at + WARNED_BEFORE)
