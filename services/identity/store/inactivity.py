"""Accounts nobody uses, by the times of the utilities where their owners have places."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    SQLColumnExpression,
    and_,
    cast,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session

from services.identity.contract.types.utilities import InactivityTimes
from services.identity.model import Membership, Person, Staff, Utility
from services.identity.store.erasure import people

Time = Literal["warn_days", "rest_days", "erase_days"]
SHORTEST: dict[Time, int] = {"warn_days": 90, "rest_days": 14, "erase_days": 30}
"""In days: what no utility may go below."""


def quiet(session: Session, now: datetime, usual: InactivityTimes) -> list[Person]:
    """Active, unwarned people not seen for long enough, locked for a change."""
    seen = func.coalesce(Person.seen_at, Person.created_at)
    waiting = (Person.active, Person.warned_at.is_(None))
    return people(session, *waiting, _passed(seen, "warn_days", now, usual))


def warned(session: Session, now: datetime, usual: InactivityTimes) -> list[Person]:
    """Active people who were warned long enough ago and did not come."""
    return people(session, Person.active, _passed(Person.warned_at, "rest_days", now, usual))


def resting(session: Session, now: datetime, usual: InactivityTimes) -> list[Person]:
    """People whose accounts have rested long enough."""
    return people(session, _passed(Person.rested_at, "erase_days", now, usual))


def rest_days_of(session: Session, person: Person, usual: InactivityTimes) -> int:
    """From the warning until this account is locked."""
    days = select(_longest("rest_days", usual)).where(Person.person_id == person.person_id)
    return int(session.execute(days).scalar_one())


def _passed(
    since: SQLColumnExpression[datetime] | SQLColumnExpression[datetime | None],
    time: Time,
    now: datetime,
    usual: InactivityTimes,
) -> ColumnElement[bool]:
    """The shortest lawful time bounds what is looked through, along the index."""
    days = func.make_interval(0, 0, 0, _longest(time, usual))
    return and_(since < now - timedelta(days=SHORTEST[time]), since < literal(now) - days)


def _longest(time: Time, usual: InactivityTimes) -> ColumnElement[int]:
    """Of the utilities where the person has a place; the usual time where none has chosen."""
    own = cast(Utility.chosen_inactivity[time].astext, Integer)
    places = (
        select(table.utility).where(table.person_id == Person.person_id).correlate(Person)
        for table in (Membership, Staff)
    )
    longest: ScalarSelect[int] = (
        select(func.max(func.coalesce(own, _of(time, usual))))
        .where(or_(*(Utility.utility.in_(place) for place in places)))
        .correlate(Person)
        .scalar_subquery()
    )
    return func.coalesce(longest, _of(time, usual))


def _of(time: Time, usual: InactivityTimes) -> int:
    days: int = getattr(usual, time)
    return days
