"""People in firms: listed, searched, and found for a change."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    exists,
    func,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.orm import Session, aliased

from services.identity.contract.errors import UserNotFound
from services.identity.contract.types.users import UserState
from services.identity.contract.types.words import FirmRole
from services.identity.model import FirmAtUtility, Membership, Person

_ESCAPE = "\\"


@dataclass(frozen=True)
class Place:
    """Somebody in a firm at a utility."""

    person: Person
    membership: Membership
    firm: FirmAtUtility
    mobile_shared: bool
    """Another account has the same mobile."""


@dataclass(frozen=True)
class Wanted:
    """What a list of people is narrowed to."""

    q: str = ""
    firm_id: str = ""
    person_id: str = ""
    role: FirmRole | None = None
    state: UserState | None = None


def shares_mobile() -> ColumnElement[bool]:
    """Another account that is not erased has the same mobile."""
    other = aliased(Person)
    return exists().where(other.mobile == Person.mobile, other.person_id != Person.person_id)


def holding(q: str, *columns: SQLColumnExpression[str]) -> ColumnElement[bool]:
    """One of the columns holds the text, whatever its case and accents."""
    for special in (_ESCAPE, "%", "_"):
        q = q.replace(special, _ESCAPE + special)
    pattern = func.concat("%", func.folded(q), "%")
    return or_(*(func.folded(column).like(pattern, escape=_ESCAPE) for column in columns))


def page(
    session: Session, utility: str, wanted: Wanted, *, after: list[str] | None, limit: int
) -> list[Place]:
    """By name, then id, then firm; `after` is that key of the last one seen."""
    query = _places(utility).order_by(Person.name, Person.person_id, Membership.firm_id)
    if wanted.q:
        columns = (Person.name, Person.email, FirmAtUtility.name)
        query = query.where(holding(wanted.q, *columns))
    if wanted.firm_id:
        query = query.where(Membership.firm_id == wanted.firm_id)
    if wanted.person_id:
        query = query.where(Membership.person_id == wanted.person_id)
    if wanted.role:
        query = query.where(Membership.roles.contains([wanted.role]))
    if wanted.state:
        locked = Membership.locked_at.is_not(None)
        query = query.where(locked if wanted.state == "locked" else ~locked)
    if after:
        key = tuple_(Person.name, Person.person_id, Membership.firm_id)
        query = query.where(key > tuple_(*after))
    rows = session.execute(query.limit(limit)).all()
    return [Place(person, membership, firm, shared) for person, membership, firm, shared in rows]


def locked_place(session: Session, person_id: str, firm_id: str, utility: str) -> Place:
    """Somebody's place, locked for a change. Raises UserNotFound."""
    row = session.execute(
        _places(utility)
        .where(Membership.person_id == person_id, Membership.firm_id == firm_id)
        .with_for_update(of=[Person, Membership])
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise UserNotFound
    person, membership, firm, shared = row
    return Place(person, membership, firm, shared)


def is_member(session: Session, email: str, firm_id: str, utility: str) -> bool:
    """Whether the address belongs to somebody of the firm, locked or not."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    Person.person_id == Membership.person_id,
                    func.lower(Person.email) == email.lower(),
                    Membership.firm_id == firm_id,
                    Membership.utility == utility,
                )
            )
        )
    )


def administrators(session: Session, firm_id: str, utility: str) -> set[str]:
    """Those who can log in and administer the firm."""
    found = session.scalars(
        select(Membership.person_id)
        .join(Person, Person.person_id == Membership.person_id)
        .where(
            Membership.firm_id == firm_id,
            Membership.utility == utility,
            Membership.roles.contains(["firm_admin"]),
            Membership.locked_at.is_(None),
            Person.active,
        )
    )
    return set(found)


def places_of(session: Session, person_id: str) -> list[tuple[str, str]]:
    """Every firm and utility of a person, locked there or not, in a steady order."""
    rows = session.execute(
        select(Membership.firm_id, Membership.utility)
        .where(Membership.person_id == person_id)
        .order_by(Membership.firm_id, Membership.utility)
    ).all()
    return [(firm_id, utility) for firm_id, utility in rows]


def take_turn(session: Session, place: str) -> None:
    """One change of administrators at a time in a firm or at a utility; waits for its turn."""
    session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"),
        {"key": f"administrators:{place}"},
    )


def mobile_in_use(session: Session, mobile: str, *, but: str = "") -> bool:
    """Whether an account other than this one has the mobile."""
    return bool(
        session.scalar(select(exists().where(Person.mobile == mobile, Person.person_id != but)))
    )


def _places(utility: str) -> Select[Person, Membership, FirmAtUtility, bool]:
    return (
        select(Person, Membership, FirmAtUtility, shares_mobile())
        .join(Membership, Membership.person_id == Person.person_id)
        .join(
            FirmAtUtility,
            (FirmAtUtility.firm_id == Membership.firm_id)
            & (FirmAtUtility.utility == Membership.utility),
        )
        .where(Membership.utility == utility)
    )
