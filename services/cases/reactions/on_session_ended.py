"""A session is over; its service tokens are refused while they still live."""

from __future__ import annotations

from services.chassis.db import ended_sessions
from services.chassis.db.work import Work
from services.identity.contract.events.sessions import SessionEnded


def on_session_ended(event: SessionEnded, work: Work) -> None:
    """Every service drops it by itself."""
    ended_sessions.end(work.session, event.session_id, work.now)
