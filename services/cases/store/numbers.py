"""The portal's own case numbers: one row counts per utility and year, so none is given twice."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.domain.deadlines import local_day
from services.cases.model import CaseNumber


def next_number(session: Session, utility: str, at: datetime) -> str:
    """`VA-2026-000123`; the year is Oslo's.

    The count is held until the transaction ends, so no number is lost.
    """
    year = local_day(at).year
    last = session.execute(
        insert(CaseNumber)
        .values(utility=utility, year=year, last=1)
        .on_conflict_do_update(
            index_elements=["utility", "year"], set_={"last": CaseNumber.last + 1}
        )
        .returning(CaseNumber.last)
    ).scalar_one()
    return f"VA-{year}-{last:06d}"
