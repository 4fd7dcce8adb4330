"""Somebody logs out, here or elsewhere."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.errors import SessionEnded, SessionNotFound
from services.identity.contract.operations.sessions import EndSession
from services.identity.steps import sessions
from services.identity.store import login_sessions


def end_session(request: EndSession, work: Work) -> Nothing:
    """End the current session, or another of one's own.

    Raises SessionNotFound for any other: the caller's own goes on.
    """
    session_id = request.session_id or work.actor.session_id
    try:
        held = login_sessions.locked_own(work.session, work.actor.user_id, session_id, work.now)
    except SessionEnded:
        if session_id == work.actor.session_id:
            raise
        raise SessionNotFound from None
    current = session_id == work.actor.session_id
    sessions.end_session(work, held, "logged_out" if current else "ended_elsewhere")
    return Nothing()
