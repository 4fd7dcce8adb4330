"""The clock of a case as intervals: whose turn it was, from and to; never a count of days left."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.domain.deadline_rule import DeadlineRule
from services.cases.domain.deadlines import (
    Extension,
    Owner,
    Turn,
    added_until,
    expected_by,
    interim_due,
)
from services.cases.domain.transitions import Clock
from services.cases.model import Case, CaseExtension, ClockInterval
from services.cases.store import case_types
from services.chassis.db.work import Work

OWNERS: dict[Clock, Owner] = {
    "start": "utility",
    "resume": "utility",
    "pause": "firm",
    "reset": "firm",
    "release": "nobody",
    "stop": "nobody",
}


def turn(session: Session, case: Case, clock: Clock, at: datetime) -> None:
    """Do to the clock what a move says, and reckon again when the answer is to be expected.

    A start after an end counts from now: what was counted before does not.
    """
    if clock == "untouched":
        return
    intervals = _intervals(session, case)
    if intervals:
        intervals[-1].until = at
        intervals[-1].resets = intervals[-1].resets or clock == "start"
    interval = ClockInterval(
        case_id=case.id,
        position=len(intervals) + 1,
        owner=OWNERS[clock],
        since=at,
        until=None,
        resets=clock == "reset",
    )
    session.add(interval)
    turns = _as_turns([*intervals, interval])
    extensions = _extensions(session, case) if intervals else []
    case.expected_by = expected_by(turns, _rule(session, case), extensions)


def extend(work: Work, case: Case, until: date, reason: str) -> datetime | None:
    """Give the utility more time; the new end, or None when the day adds nothing."""
    session = work.session
    turns, rule, before = _turns(session, case), _rule(session, case), _extensions(session, case)
    added = added_until(turns, rule, before, until)
    if added is None:
        return None
    ends = expected_by(turns, rule, [*before, Extension(work.now, added)])
    session.add(
        CaseExtension(
            case_id=case.id,
            position=len(before) + 1,
            at=work.now,
            added=added,
            until=ends,
            reason=reason,
            by_id=work.actor.user_id,
            by_name=work.actor.name,
        )
    )
    case.expected_by = ends
    return ends


def interim_due_at(work: Work, case: Case) -> datetime | None:
    """When an interim answer is due for what is received now; None where the type gives none."""
    kind = case_types.kept(work.session, case.type, case.type_version)
    return interim_due(work.now) if kind.definition.interim_answer else None


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


def _turns(session: Session, case: Case) -> list[Turn]:
    return _as_turns(_intervals(session, case))


def _as_turns(intervals: list[ClockInterval]) -> list[Turn]:
    return [Turn(i.owner, i.since, i.until, i.resets) for i in intervals]


def _extensions(session: Session, case: Case) -> list[Extension]:
    rows = session.scalars(
        select(CaseExtension)
        .where(CaseExtension.case_id == case.id)
        .order_by(CaseExtension.position)
    )
    return [Extension(row.at, row.added) for row in rows]


def _rule(session: Session, case: Case) -> DeadlineRule:
    return case_types.kept(session, case.type, case.type_version).definition.deadline
