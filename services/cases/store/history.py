"""Reads the history; it is written with each move and never embedded in the case."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.model import Case, CaseHistory

MOST = 500
"""A case has a few dozen entries; the newest of more than this are left out."""


def of(session: Session, case: Case) -> Sequence[CaseHistory]:
    """Every entry of a case, oldest first."""
    return session.scalars(
        select(CaseHistory)
        .where(CaseHistory.case_id == case.id)
        .order_by(CaseHistory.sequence)
        .limit(MOST)
    ).all()
