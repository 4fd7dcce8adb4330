"""Which side of a case is to be told of messages it has not read, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.types.dialogue import Side
from services.cases.model import Case, UntoldMessages

QUIET = timedelta(seconds=60)
"""Nothing more was written for so long: what there is is told as one."""
LONGEST = timedelta(minutes=10)
"""However long somebody goes on writing."""
AT_ONCE = 100


def wait(session: Session, case: Case, side: Side, at: datetime) -> None:
    """One more message the side should hear of, unless it reads it first."""
    session.execute(
        insert(UntoldMessages)
        .values(case_id=case.id, side=side, first_at=at, last_at=at)
        .on_conflict_do_update(index_elements=["case_id", "side"], set_={"last_at": at})
    )


def forget(session: Session, case: Case, side: Side) -> None:
    """It has read them, or was told."""
    session.execute(delete(UntoldMessages).filter_by(case_id=case.id, side=side))


def due(session: Session, at: datetime) -> list[tuple[UntoldMessages, Case]]:
    """Those whose time has come, with their case; both held, longest waiting first.

    The case is taken without waiting: who writes at this moment postpones the telling anyway.
    """
    rows = session.execute(
        select(UntoldMessages, Case)
        .join(Case, Case.id == UntoldMessages.case_id)
        .where(or_(UntoldMessages.last_at <= at - QUIET, UntoldMessages.first_at <= at - LONGEST))
        .order_by(UntoldMessages.first_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return [(untold, case) for untold, case in rows]
