"""A person forgotten: no address, no name, no words; that something was sent stays."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from services.notify.model import Contact, Delivery
from services.notify.store import contacts

UNDER_WAY = ("waiting", "sending")


def forget_person(session: Session, person_id: str, revision: int, at: datetime) -> None:
    """Older news of the person is not heard any more; what was still to be sent is not."""
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
