"""A person forgotten: no address, no name, no words; that something was sent stays."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, update
from sqlalchemy.orm import Session

from services.chassis.db import inbox
from services.notify.model import Contact, Delivery
from services.notify.store import contacts

UNDER_WAY = ("waiting", "sending")


def forget_person(session: Session, person_id: str, revision: int, at: datetime) -> None:
    """Older news of the person is not heard any more; what was still to be sent is not."""
    known = contacts.person(session, person_id)
    email = known.email if known else ""
    contacts.hear(
        session,
        Contact,
        person_id=person_id,
        revision=revision,
        name="",
        email="",
        mobile=None,
        language="nb",
        firm_ids=[],
        staff_of=[],
        staff_roles=[],
        active=False,
    )
    own = Delivery.person_id == person_id
    session.execute(
        update(Delivery)
        .where(own, Delivery.state.in_(UNDER_WAY))
        .values(state="expired", execute_after=None, sealed=None, updated_at=at)
    )
    session.execute(update(Delivery).where(own).values(recipient="", values={}))
    if email:
        _forget_address(session, email, at)
    inbox.forget(session, person_id, email)


def _forget_address(session: Session, email: str, at: datetime) -> None:
    """What went there under another id, or none: invitations, links to register.

    What waits for a firm with the same address is the firm's, and is sent.
    """
    there = func.lower(Delivery.recipient) == email.lower()
    under_way = Delivery.state.in_(UNDER_WAY)
    session.execute(
        update(Delivery)
        .where(there, under_way, Delivery.person_id.is_not(None))
        .values(state="expired", execute_after=None, sealed=None, updated_at=at)
    )
    session.execute(update(Delivery).where(there, ~under_way).values(recipient="", values={}))
