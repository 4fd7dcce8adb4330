"""The clock of a case as intervals: whose turn it was, from and to; never a count of days left."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.domain.deadlines import Turn, expected_by
from services.cases.domain.transitions import Clock
from services.cases.model import Case, ClockInterval
from services.cases.store import case_types


def turn(session: Session, case: Case, clock: Clock, at: datetime) -> None:
    """Do to the clock what a move says, and reckon again when the answer is to be expected."""
    if clock == "untouched":
        return
    intervals = _intervals(session, case)
    if intervals and intervals[-1].until is None:
        intervals[-1].until = at
    if clock != "stop":
        interval = ClockInterval(
            case_id=case.id,
            position=len(intervals) + 1,
            owner="firm" if clock in {"pause", "reset"} else "utility",
            since=at,
            until=None,
            resets=clock == "reset",
        )
        session.add(interval)
        intervals.append(interval)
    case.expected_by = expected_by(
        [Turn(i.owner, i.since, i.until, i.resets) for i in intervals], _weeks(session, case)
    )


def running_since(session: Session, case: Case) -> datetime | None:
    """When the present turn began."""
    intervals = _intervals(session, case)
    return intervals[-1].since if intervals else None


def _intervals(session: Session, case: Case) -> list[ClockInterval]:
    return list(
        session.scalars(
            select(ClockInterval)
            .where(ClockInterval.case_id == case.id)
            .order_by(ClockInterval.position)
        )
    )


def _weeks(session: Session, case: Case) -> int:
    return case_types.kept(session, case.type, case.type_version).definition.deadline.weeks
