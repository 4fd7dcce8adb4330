"""One at a time at a secret; who comes at the same moment is told so instead of waiting.

Guesses that queued for a row lock would hold the workers that log everybody else in.
"""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from services.identity.contract.errors import TooManyTries

_TRY = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 0))")


def take(session: Session, key: str) -> None:
    """Held until the transaction ends. Raises TooManyTries when another has the turn."""
    if not session.execute(_TRY, {"key": key}).scalar_one():
        raise TooManyTries(retry_after=1)
