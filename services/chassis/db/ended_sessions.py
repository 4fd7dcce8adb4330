"""Sessions identity told us have ended: their service tokens are refused while they still live."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis import clock
from services.chassis.db.engine import sessions
from services.chassis.db.tables import EndedSession

TOKEN_LIFETIME = timedelta(minutes=6)
REREAD_SECONDS = 1.0


def end(session: Session, session_id: str, at: datetime) -> None:
    """Note that a session has ended; forget those whose tokens have expired anyway."""
    session.execute(
        insert(EndedSession).values(session_id=session_id, at=at).on_conflict_do_nothing()
    )
    session.execute(delete(EndedSession).where(EndedSession.at < at - TOKEN_LIFETIME))


class EndedSessions:
    """A short memory of the table, reread once a second at most."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._read_at = float("-inf")

    def __contains__(self, session_id: str) -> bool:
        if clock.monotonic() - self._read_at > REREAD_SECONDS:
            self._read_at = clock.monotonic()
            recent = select(EndedSession.session_id).where(
                EndedSession.at > clock.now() - TOKEN_LIFETIME
            )
            with sessions()() as session:
                self._known = frozenset(session.scalars(recent))
        return session_id in self._known
