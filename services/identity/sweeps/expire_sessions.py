"""Sessions end by themselves, and everybody hears it."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.steps.sessions import end_session
from services.identity.store import login_sessions


def expire_sessions(work: Work) -> int:
    """End those idle too long or too old; how many."""
    overdue = login_sessions.locked_overdue(work.session, work.now)
    for held in overdue:
        end_session(work, held, "expired")
    return len(overdue)
