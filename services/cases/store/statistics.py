"""Counts of what firms are asked for, and why."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, distinct, func, select
from sqlalchemy.orm import Session

from services.cases.contract.types.deficiencies import ReasonCount
from services.cases.model import Case, Letter, LetterItem

MOST = 200


def reasons(
    session: Session, utility: str, since: datetime, until: datetime, kind: str
) -> list[ReasonCount]:
    """Items of letters sent in `[since, until)`, cancelled ones left out, most frequent first."""
    items, cases = func.count(LetterItem.id), func.count(distinct(LetterItem.case_id))
    grouped = (Case.type, LetterItem.step, LetterItem.code, LetterItem.reason)
    titles = func.jsonb_agg(Case.type_title).op("->")(0)
    rows = session.execute(
        select(*grouped, titles, items, cases)
        .join(Letter, (Letter.case_id == LetterItem.case_id) & (Letter.number == LetterItem.letter))
        .join(Case, Case.id == LetterItem.case_id)
        .where(
            Letter.utility == utility,
            Letter.sent_at >= since,
            Letter.sent_at < until,
            LetterItem.state != "cancelled",
            *_of_type(kind),
        )
        .group_by(*grouped)
        .order_by(items.desc(), *grouped)
        .limit(MOST)
    )
    names = ("type", "step", "code", "reason", "type_title", "items", "cases")
    return [ReasonCount(**dict(zip(names, row, strict=True))) for row in rows]


def received_and_asked(
    session: Session, utility: str, since: datetime, until: datetime, kind: str
) -> tuple[int, int]:
    """Cases received in the period, and how many of them were asked for more."""
    asked = select(Letter.case_id).where(Letter.case_id == Case.id).correlate(Case).exists()
    row = session.execute(
        select(func.count(), func.count().filter(asked)).where(
            Case.utility == utility,
            Case.received_at >= since,
            Case.received_at < until,
            *_of_type(kind),
        )
    ).one()
    return row[0], row[1]


def _of_type(kind: str) -> list[ColumnElement[bool]]:
    return [Case.type == kind] if kind else []
