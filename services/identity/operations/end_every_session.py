"""Somebody signs out everywhere."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.sessions import EndEverySession
from services.identity.steps.sessions import end_session
from services.identity.store import login_sessions


def end_every_session(request: EndEverySession, work: Work) -> Nothing:
    """Their sessions at both portals are over, the one this was asked in too."""
    del request
    for held in login_sessions.own(work.session, work.actor.user_id, work.now):
        current = held.session_id == work.actor.session_id
        end_session(work, held, "logged_out" if current else "ended_elsewhere")
    return Nothing()
