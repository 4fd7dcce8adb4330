"""Login attempts: between the right password and the second factor."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import LoginExpired
from services.identity.model import LoginAttempt
from services.identity.store import turns


def secret_hash(secret: str) -> str:
    """What is kept of the pre-session cookie."""
    return keyed_hash("login-attempt", secret)


def proof_hash(attempt_id: str, token: str) -> str:
    """What is kept of the enrolment token; worth nothing at another attempt."""
    return keyed_hash("enrolment-proof", f"{attempt_id}:{token}")


def locked(session: Session, secret: str, at: datetime, *, next: str = "") -> LoginAttempt:
    """The living attempt, at this step if one is named, locked.

    Raises LoginExpired, and TooManyTries while another call is at the same attempt.
    """
    turns.take(session, f"attempt:{secret_hash(secret)}")
    found = session.scalars(
        select(LoginAttempt)
        .where(
            LoginAttempt.secret_hash == secret_hash(secret),
            LoginAttempt.expires_at > at,
            LoginAttempt.done_at.is_(None),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None or next not in ("", found.next):
        raise LoginExpired
    return found


def void_all(session: Session, person_id: str, at: datetime) -> None:
    """Nobody who is in the middle of a login as this person gets further."""
    session.execute(
        update(LoginAttempt)
        .where(LoginAttempt.person_id == person_id, LoginAttempt.done_at.is_(None))
        .values(done_at=at)
    )


def forget_over(session: Session, at: datetime) -> int:
    """Erase attempts that are over."""
    gone = delete(LoginAttempt).where(LoginAttempt.expires_at < at)
    return len(session.execute(gone.returning(LoginAttempt.attempt_id)).all())
