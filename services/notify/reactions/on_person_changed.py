"""Somebody can be reached in another way, or for the first time."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events import PersonChanged
from services.notify.model import Contact
from services.notify.store import contacts


def on_person_changed(event: PersonChanged, work: Work) -> None:
    """Keep it by revision."""
    contacts.hear(work.session, Contact, **event.model_dump())
