"""Failures of an account's factor, counted before the try by one conditional UPDATE."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.identity.domain import waits
from services.identity.model import Guard

FORGOTTEN_AFTER = timedelta(days=90)


def claim(session: Session, subject: str, at: datetime) -> int | None:
    """Count a try as failed until it is known better; None when it may not be made now.

    Answers how many have failed in a row, this one included. The row stays locked until the
    transaction ends, so tries at one account go one by one.
    """
    session.execute(
        insert(Guard)
        .values(
            subject=subject, in_row=0, in_window=0, window_from=at, not_before=at, touched_at=at
        )
        .on_conflict_do_nothing()
    )
    stale = Guard.window_from <= at - waits.WINDOW
    in_row = session.execute(
        update(Guard)
        .where(
            Guard.subject == subject,
            Guard.in_row < waits.MOST_IN_ROW,
            Guard.not_before <= at,
            stale | (Guard.in_window < waits.MOST_IN_WINDOW),
        )
        .values(
            in_row=Guard.in_row + 1,
            in_window=case((stale, 1), else_=Guard.in_window + 1),
            window_from=case((stale, at), else_=Guard.window_from),
            touched_at=at,
        )
        .returning(Guard.in_row)
    ).scalar_one_or_none()
    if in_row is not None and waits.wait_after(in_row):
        _set(session, subject, not_before=at + waits.wait_after(in_row))
    return in_row


def succeeded(session: Session, subject: str, at: datetime) -> None:
    """The try was right: nothing has failed in a row any more."""
    _set(session, subject, in_row=0, in_window=0, not_before=func.least(Guard.not_before, at))


def not_a_try(session: Session, subject: str, at: datetime) -> None:
    """Nothing was compared, so nothing failed."""
    _set(
        session,
        subject,
        in_row=Guard.in_row - 1,
        in_window=Guard.in_window - 1,
        not_before=func.least(Guard.not_before, at),
    )


def seconds_left(session: Session, subject: str, at: datetime) -> int:
    """How long until a try may be made; a day when the factor is disabled."""
    guard = session.scalars(select(Guard).where(Guard.subject == subject)).one()
    if guard.in_row >= waits.MOST_IN_ROW:
        return 24 * 3600
    free_at = guard.not_before
    if guard.in_window >= waits.MOST_IN_WINDOW:
        free_at = max(free_at, guard.window_from + waits.WINDOW)
    return max(1, int((free_at - at).total_seconds()) + 1)


def forget_quiet(session: Session, at: datetime) -> int:
    """Erase counts nothing was added to for 90 days, unless they disable a factor."""
    gone = (
        delete(Guard)
        .where(Guard.touched_at < at - FORGOTTEN_AFTER, Guard.in_row < waits.MOST_IN_ROW)
        .returning(Guard.subject)
    )
    return len(session.execute(gone).all())


def _set(session: Session, subject: str, **values: object) -> None:
    session.execute(update(Guard).where(Guard.subject == subject).values(**values))
