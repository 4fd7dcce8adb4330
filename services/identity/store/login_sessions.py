"""Sessions that passed both factors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import SessionEnded
from services.identity.contract.types.words import Portal
from services.identity.model import LoginSession, Person

REMEMBERED = timedelta(days=30)
MOST_AT_ONCE = 200


def secret_hash(secret: str) -> str:
    """What is kept of the session cookie."""
    return keyed_hash("session", secret)


def alive(at: datetime) -> ColumnElement[bool]:
    """Not ended, not idle too long, not too old."""
    return (
        LoginSession.ended_at.is_(None)
        & (LoginSession.idle_until > at)
        & (LoginSession.ends_at > at)
    )


def by_secret(
    session: Session, secret: str, portal: Portal, at: datetime
) -> tuple[LoginSession, Person]:
    """The living session of a portal and whose it is. Raises SessionEnded."""
    row = session.execute(
        select(LoginSession, Person)
        .join(Person, Person.person_id == LoginSession.person_id)
        .where(
            LoginSession.secret_hash == secret_hash(secret),
            LoginSession.portal == portal,
            alive(at),
            Person.active,
        )
    ).one_or_none()
    if row is None:
        raise SessionEnded
    return row[0], row[1]


def own(session: Session, person_id: str, at: datetime) -> Sequence[LoginSession]:
    """A person's living sessions, newest first."""
    return session.scalars(
        select(LoginSession)
        .where(LoginSession.person_id == person_id, alive(at))
        .order_by(LoginSession.opened_at.desc(), LoginSession.session_id.desc())
    ).all()


def current(session: Session, person_id: str, session_id: str, at: datetime) -> LoginSession | None:
    """The caller's own living session; none for a machine, the system, or one that is over."""
    return session.scalars(
        select(LoginSession).where(
            LoginSession.session_id == session_id, LoginSession.person_id == person_id, alive(at)
        )
    ).one_or_none()


def locked_own(session: Session, person_id: str, session_id: str, at: datetime) -> LoginSession:
    """One of a person's living sessions, locked. Raises SessionEnded for any other."""
    found = session.scalars(
        select(LoginSession)
        .where(
            LoginSession.session_id == session_id, LoginSession.person_id == person_id, alive(at)
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise SessionEnded
    return found


def locked_overdue(session: Session, at: datetime) -> Sequence[LoginSession]:
    """Sessions that ended by themselves and nobody has told of yet."""
    return session.scalars(
        select(LoginSession)
        .where(
            LoginSession.ended_at.is_(None),
            (LoginSession.idle_until <= at) | (LoginSession.ends_at <= at),
        )
        .order_by(LoginSession.idle_until)
        .limit(MOST_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()


def forget_old(session: Session, at: datetime) -> int:
    """Erase sessions 30 days after they must have ended."""
    gone = delete(LoginSession).where(
        LoginSession.ends_at < at - REMEMBERED, LoginSession.ended_at.is_not(None)
    )
    return len(session.execute(gone.returning(LoginSession.session_id)).all())
