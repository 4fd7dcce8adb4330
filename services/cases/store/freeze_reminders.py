"""Unanswered letters of firms that a freeze will soon keep from answering."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from services.cases.model import Case, FreezeReminder, FreezeWindow, Letter

AHEAD = timedelta(days=7)
"""How long before the freeze; one announced later than that is reminded of at once."""
AT_ONCE = 50


def due(session: Session, at: datetime) -> list[tuple[FreezeWindow, Letter, Case]]:
    """Announced freezes of supplements that begin soon, with the letters they concern; cases held.

    The condition is read in the transaction that tells it, and notify asks again before it sends.
    """
    told = and_(
        FreezeReminder.freeze_id == FreezeWindow.id,
        FreezeReminder.case_id == Letter.case_id,
        FreezeReminder.letter == Letter.number,
    )
    rows = session.execute(
        select(FreezeWindow, Letter, Case)
        .join(Letter, Letter.utility == FreezeWindow.utility)
        .join(Case, Case.id == Letter.case_id)
        .outerjoin(FreezeReminder, told)
        .where(
            FreezeWindow.cancelled_at.is_(None),
            FreezeWindow.announced_at <= at,
            FreezeWindow.starts_at > at,
            FreezeWindow.starts_at <= at + AHEAD,
            FreezeWindow.blocks.contains(["supplements"]),
            Letter.closed_at.is_(None),
            Case.status == "information_requested",
            FreezeReminder.case_id.is_(None),
        )
        .order_by(FreezeWindow.starts_at, Letter.case_id)
        .limit(AT_ONCE)
        .with_for_update(of=Case, skip_locked=True)
    )
    return [(window, letter, case) for window, letter, case in rows]


def keep(session: Session, window: FreezeWindow, letter: Letter, at: datetime) -> None:
    """It was told."""
    reminder = FreezeReminder(
        freeze_id=window.id, case_id=letter.case_id, letter=letter.number, at=at
    )
    session.add(reminder)
