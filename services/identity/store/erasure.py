"""What is kept of a person beside the account itself, forgotten."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import SQLColumnExpression, delete, func, or_, select, update
from sqlalchemy.orm import Session

from services.chassis.db.tables import Outbox
from services.chassis.db.tidying import KEEP_EVENTS
from services.identity.model import (
    Guard,
    Invitation,
    KnownDevice,
    LoginSession,
    Membership,
    PasswordReset,
    Person,
    PhoneRelease,
    ProviderAccount,
    Registration,
    ResetRequest,
    Staff,
)
from services.identity.store import second_factors

MOST_AT_ONCE = 100


def forget(session: Session, person: Person) -> None:
    """Places, ways in, devices, invitations to the address and from the person."""
    person_id, email = person.person_id, person.email.lower()
    second_factors.forget_all(session, person_id)
    for table in (Membership, Staff, KnownDevice, PasswordReset, PhoneRelease, ProviderAccount):
        session.execute(delete(table).where(table.person_id == person_id))
    for written in (Invitation, Registration, ResetRequest):
        session.execute(delete(written).where(func.lower(written.email) == email))
    session.execute(delete(Guard).where(Guard.subject.endswith(f":{person_id}")))
    session.execute(
        update(LoginSession).where(LoginSession.person_id == person_id).values(device="")
    )
    session.execute(
        update(Invitation).where(Invitation.invited_by == person_id).values(inviter_name="–")
    )


def forget_told(session: Session, person_id: str, email: str) -> None:
    """Empty what was told of the person, or to the address, once it is on its way."""
    address = func.lower(Outbox.data["email"].astext) == email.lower()
    session.execute(
        update(Outbox)
        .where(or_(Outbox.aggregate == person_id, address), Outbox.published_at.is_not(None))
        .values(data={})
    )


def forget_told_late(session: Session, at: datetime) -> int:
    """The same for what was not yet published when the person was erased; how much it was."""
    lately = select(Person.person_id).where(Person.erased_at > at - KEEP_EVENTS)
    late = Outbox.aggregate.in_(lately), Outbox.published_at.is_not(None), Outbox.data != {}
    emptied = session.execute(update(Outbox).where(*late).values(data={}).returning(Outbox.id))
    return len(emptied.all())


def utility_of(session: Session, person_id: str) -> str:
    """A utility where the person has a place; empty when there is none."""
    for table in (Membership, Staff):
        found = session.scalar(
            select(table.utility).where(table.person_id == person_id).order_by(table.utility)
        )
        if found:
            return found
    return ""


def people(session: Session, *which: SQLColumnExpression[bool]) -> list[Person]:
    """A handful of those not erased, held to be changed."""
    query = select(Person).where(Person.erased_at.is_(None), *which).order_by(Person.person_id)
    query = query.limit(MOST_AT_ONCE).with_for_update(skip_locked=True)
    return list(session.scalars(query.execution_options(populate_existing=True)))
