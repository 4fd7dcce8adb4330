"""Somebody looks at where they are logged in."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.sessions import ListSessions
from services.identity.contract.types.login import SessionRows
from services.identity.store import login_sessions
from services.identity.views.sessions import session_row


def list_sessions(request: ListSessions, work: Work) -> SessionRows:
    """One's own living sessions on both portals, newest first."""
    del request
    held = login_sessions.own(work.session, work.actor.user_id, work.now)
    return SessionRows(items=[session_row(row, work.actor.session_id) for row in held])
