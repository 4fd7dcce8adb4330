"""A person is to be forgotten: their addresses, and what was written to them."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.privacy import PersonErased
from services.notify.store import forgetting


def on_person_erased(event: PersonErased, work: Work) -> None:
    """The contact keeps its id and revision, deliveries keep that something was sent."""
    forgetting.forget_person(work.session, event.person_id, event.revision, work.now)
