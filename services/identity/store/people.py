"""People, their firms and their posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.identity.model import Firm, FirmAtUtility, Membership, Person, Staff


@dataclass(frozen=True)
class FirmRole:
    """A person's place in a firm at a utility."""

    membership: Membership
    firm: FirmAtUtility
    orgnr: str


def by_email(session: Session, email: str) -> Person | None:
    """Whose address it is, whatever its case."""
    return session.scalars(
        select(Person).where(func.lower(Person.email) == email.lower())
    ).one_or_none()


def by_id(session: Session, person_id: str) -> Person:
    """A person known to exist."""
    return session.scalars(select(Person).where(Person.person_id == person_id)).one()


def locked(session: Session, person_id: str) -> Person:
    """The same, locked for a change and read afresh."""
    return session.scalars(
        select(Person)
        .where(Person.person_id == person_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def firms_of(session: Session, person_id: str) -> list[FirmRole]:
    """Every firm at every utility where the person is not locked, in a steady order."""
    rows = session.execute(
        select(Membership, FirmAtUtility, Firm.orgnr)
        .join(
            FirmAtUtility,
            (FirmAtUtility.firm_id == Membership.firm_id)
            & (FirmAtUtility.utility == Membership.utility),
        )
        .join(Firm, Firm.firm_id == Membership.firm_id)
        .where(Membership.person_id == person_id, Membership.locked_at.is_(None))
        .order_by(Membership.utility, FirmAtUtility.name, Membership.firm_id)
    ).all()
    return [FirmRole(membership, firm, orgnr) for membership, firm, orgnr in rows]


def posts_of(session: Session, person_id: str) -> Sequence[Staff]:
    """Every post as staff where the person is not locked, by utility."""
    return session.scalars(
        select(Staff)
        .where(Staff.person_id == person_id, Staff.locked_at.is_(None))
        .order_by(Staff.utility)
    ).all()


def join_firm(
    session: Session, person_id: str, firm_id: str, utility: str, roles: Sequence[str]
) -> None:
    """Give the person these roles in the firm at the utility, instead of what they had."""
    session.execute(
        insert(Membership)
        .values(person_id=person_id, firm_id=firm_id, utility=utility, roles=list(roles))
        .on_conflict_do_update(
            index_elements=["person_id", "firm_id", "utility"], set_={"roles": list(roles)}
        )
    )


def take_post(session: Session, person_id: str, utility: str, roles: Sequence[str]) -> None:
    """Give the person these roles as staff of the utility, instead of what they had."""
    session.execute(
        insert(Staff)
        .values(person_id=person_id, utility=utility, roles=list(roles))
        .on_conflict_do_update(index_elements=["person_id", "utility"], set_={"roles": list(roles)})
    )


def leave_post(session: Session, person_id: str, utility: str) -> None:
    """The person is no longer staff of the utility."""
    session.execute(delete(Staff).where(Staff.person_id == person_id, Staff.utility == utility))


def members(session: Session, firm_id: str, utility: str) -> list[tuple[Person, list[str]]]:
    """The people of a firm at a utility, by name."""
    rows = session.execute(
        select(Person, Membership.roles)
        .join(Membership, Membership.person_id == Person.person_id)
        .where(Membership.firm_id == firm_id, Membership.utility == utility)
        .order_by(Person.name, Person.person_id)
    ).all()
    return [(person, list(roles)) for person, roles in rows]


def dismiss_all(session: Session, firm_id: str, utility: str) -> list[str]:
    """Take everybody out of a firm at a utility; whom, is answered."""
    return list(
        session.scalars(
            delete(Membership)
            .where(Membership.firm_id == firm_id, Membership.utility == utility)
            .returning(Membership.person_id)
        )
    )
