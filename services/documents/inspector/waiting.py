"""How much waits for the inspector."""

from __future__ import annotations

from sqlalchemy import func, select, text

from services.chassis.db.engine import engine, sessions
from services.documents.inspector.metrics import IN_QUARANTINE, LETTERS_WAITING
from services.documents.model import Document, LetterJob


def count_waiting() -> int:
    """Set the gauges."""
    quarantined = select(func.count()).where(Document.state == "quarantined")
    ordered = select(func.count()).where(LetterJob.done_at.is_(None))
    with sessions()() as session:
        IN_QUARANTINE.set(session.scalar(quarantined) or 0)
        LETTERS_WAITING.set(session.scalar(ordered) or 0)
    return 0


def ensure_database() -> None:
    """Raises when the database does not answer."""
    with engine().connect() as connection:
        connection.execute(text("SELECT 1"))
