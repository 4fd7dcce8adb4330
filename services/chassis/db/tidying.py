"""What the chassis's tables may forget, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import CursorResult, delete
from sqlalchemy.orm import Session

from services.chassis.db.tables import Idempotency, Inbox, Outbox

KEEP_KEYS = timedelta(days=7)
"""Longer than any client repeats a request."""
KEEP_EVENTS = timedelta(days=30)
"""Longer than any queue holds a message, so that a late twin is still known."""


def tidy(session: Session, at: datetime) -> int:
    """Drop used keys, handled events and published events past their time; how many went."""
    statements = (
        delete(Idempotency).where(Idempotency.at < at - KEEP_KEYS),
        delete(Inbox).where(Inbox.handled_at < at - KEEP_EVENTS),
        delete(Outbox).where(Outbox.published_at < at - KEEP_EVENTS),
    )
    dropped = 0
    for statement in statements:
        result = session.execute(statement)
        dropped += result.rowcount if isinstance(result, CursorResult) else 0
    return dropped
