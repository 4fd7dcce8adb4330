"""What the clock asks for: each round takes a handful of cases and leaves locked ones be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.domain.deadlines import lapse_warnings
from services.cases.domain.expiry import KEPT, WARNED_BEFORE
from services.cases.domain.lifecycle import with_ball
from services.cases.domain.rows.row import APPROVED
from services.cases.model import Case, Letter

AT_ONCE = 50
"""Cases a round takes; the next round takes the rest."""
AHEAD = timedelta(days=21)
"""Longer than the working days before a letter's date, over Christmas and Easter."""


def interim_answers(session: Session, at: datetime) -> Sequence[Case]:
    """Cases that have waited a month and are the utility's now; locked."""
    return session.scalars(
        select(Case)
        .where(
            Case.interim_due_at <= at,
            Case.status.in_(with_ball("utility") - {"submitted", "appealed"}),
        )
        .order_by(Case.interim_due_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()


def lapsing(session: Session, at: datetime) -> Sequence[Case]:
    """Unused approvals whose next warning, or end, has come; locked."""
    horizon = at + timedelta(days=100)
    living = session.scalars(
        select(Case)
        .where(Case.lapses_at <= horizon, Case.status.in_(APPROVED))
        .order_by(Case.lapses_at)
        .with_for_update(skip_locked=True)
    )
    return [case for case in living if _is_due(case, at)][:AT_ONCE]


def _is_due(case: Case, at: datetime) -> bool:
    if case.lapses_at is None:
        return False
    steps = (*lapse_warnings(case.lapses_at), case.lapses_at)
    return case.lapse_warnings < len(steps) and steps[case.lapse_warnings] <= at


def unanswered_letters(session: Session, at: datetime) -> list[tuple[Letter, Case]]:
    """Letters that wait for their firm and end soon, or have ended; cases locked."""
    rows = session.execute(
        select(Letter, Case)
        .join(Case, Case.id == Letter.case_id)
        .where(
            Letter.closed_at.is_(None),
            Letter.due_at <= at + AHEAD,
            Case.status == "information_requested",
            (Letter.overdue_told_at.is_(None)) | (Letter.overdue_told_at < Letter.due_at),
            (Letter.due_at <= at)
            | (Letter.reminded_of.is_(None))
            | (Letter.reminded_of != Letter.due_at),
        )
        .order_by(Letter.due_at)
        .limit(AT_ONCE)
        .with_for_update(of=Case, skip_locked=True)
    ).all()
    return [(letter, case) for letter, case in rows]


def old_drafts(session: Session, at: datetime) -> Sequence[Case]:
    """Drafts whose firm is to be warned, not warned yet; locked."""
    return session.scalars(
        select(Case)
        .where(
            Case.status == "draft",
            Case.updated_at <= at - (KEPT - WARNED_BEFORE),
            Case.reminded_at.is_(None),
        )
        .order_by(Case.updated_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()


def expired_drafts(session: Session, at: datetime) -> Sequence[Case]:
    """Drafts whose time is over since their firm was warned; locked."""
    return session.scalars(
        select(Case)
        .where(
            Case.status == "draft",
            Case.updated_at <= at - KEPT,
            Case.reminded_at <= at - WARNED_BEFORE,
        )
        .order_by(Case.updated_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
