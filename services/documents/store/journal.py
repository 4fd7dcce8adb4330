"""The journal of a case: running numbers from 1, never used twice."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.documents.model import CaseAccess, Document


def next_number(case: CaseAccess) -> int | None:
    """The next number of a received case, None before that; the case's row is locked."""
    if not case.received:
        return None
    case.journal_length += 1
    return case.journal_length


def number_waiting(session: Session, case: CaseAccess) -> None:
    """Number what arrived before the case was received, oldest first; not what was rejected."""
    waiting = session.scalars(
        select(Document)
        .where(
            Document.case_id == case.case_id,
            Document.journal_number.is_(None),
            Document.state != "rejected",
        )
        .order_by(Document.created_at, Document.id)
        .with_for_update()
    )
    for document in waiting:
        document.journal_number = next_number(case)
