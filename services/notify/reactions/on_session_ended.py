"""A session is over: its service tokens are refused from now on."""

from __future__ import annotations

from services.chassis.db import ended_sessions
from services.chassis.db.work import Work
from services.identity.contract.events.sessions import SessionEnded


def on_session_ended(event: SessionEnded, work: Work) -> None:
    """Remember it for as long as its tokens live."""
    ended_sessions.end(work.session, event.session_id, work.now)
