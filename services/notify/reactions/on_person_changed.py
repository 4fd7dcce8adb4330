"""Somebody can be reached in another way, or for the first time."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.people import PersonChanged
from services.notify.model import Contact
from services.notify.store import contacts


def on_person_changed(event: PersonChanged, work: Work) -> None:
    """Keep it by revision; what the event tells besides is not ours to keep."""
    kept = {column.name for column in Contact.__table__.columns}
    contacts.hear(work.session, Contact, **event.model_dump(include=kept))
