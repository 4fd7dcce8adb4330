"""The staff of a utility: listed, searched, and found for a change."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, exists, func, select, tuple_
from sqlalchemy.orm import Session

from services.identity.contract.errors import UserNotFound
from services.identity.contract.types.users import UserState
from services.identity.contract.types.words import StaffRole
from services.identity.model import Person, Staff
from services.identity.store.users import holding, shares_mobile


@dataclass(frozen=True)
class Post:
    """Somebody of the staff."""

    person: Person
    staff: Staff
    mobile_shared: bool


@dataclass(frozen=True)
class Wanted:
    """What a list of staff is narrowed to."""

    q: str = ""
    person_id: str = ""
    role: StaffRole | None = None
    state: UserState | None = None


def page(
    session: Session, utility: str, wanted: Wanted, *, after: list[str] | None, limit: int
) -> list[Post]:
    """By name, then id; `after` is that key of the last one seen."""
    query = _posts(utility).order_by(Person.name, Person.person_id)
    if wanted.q:
        query = query.where(holding(wanted.q, Person.name, Person.email))
    if wanted.person_id:
        query = query.where(Staff.person_id == wanted.person_id)
    if wanted.role:
        query = query.where(Staff.roles.contains([wanted.role]))
    if wanted.state:
        locked = Staff.locked_at.is_not(None)
        query = query.where(locked if wanted.state == "locked" else ~locked)
    if after:
        query = query.where(tuple_(Person.name, Person.person_id) > tuple_(*after))
    rows = session.execute(query.limit(limit)).all()
    return [Post(person, staff, shared) for person, staff, shared in rows]


def locked_post(session: Session, person_id: str, utility: str) -> Post:
    """Somebody's post, locked for a change. Raises UserNotFound."""
    row = session.execute(
        _posts(utility)
        .where(Staff.person_id == person_id)
        .with_for_update(of=[Person, Staff])
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise UserNotFound
    person, staff, shared = row
    return Post(person, staff, shared)


def is_staff(session: Session, email: str, utility: str) -> bool:
    """Whether the address belongs to somebody of the staff, locked or not."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    Person.person_id == Staff.person_id,
                    func.lower(Person.email) == email.lower(),
                    Staff.utility == utility,
                )
            )
        )
    )


def utilities_of(session: Session, person_id: str) -> list[str]:
    """Every utility where a person has a post, locked there or not."""
    return list(
        session.scalars(
            select(Staff.utility).where(Staff.person_id == person_id).order_by(Staff.utility)
        )
    )


def has_post(session: Session, person_id: str) -> bool:
    """Whether somebody is staff of any utility, locked or not."""
    return bool(session.scalar(select(exists().where(Staff.person_id == person_id))))


def administrators(session: Session, utility: str) -> set[str]:
    """Those who can log in and administer the utility."""
    found = session.scalars(
        select(Staff.person_id)
        .join(Person, Person.person_id == Staff.person_id)
        .where(
            Staff.utility == utility,
            Staff.roles.contains(["administrator"]),
            Staff.locked_at.is_(None),
            Person.active,
        )
    )
    return set(found)


def _posts(utility: str) -> Select[Person, Staff, bool]:
    return (
        select(Person, Staff, shares_mobile())
        .join(Staff, Staff.person_id == Person.person_id)
        .where(Staff.utility == utility)
    )
