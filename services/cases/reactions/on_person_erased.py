"""A person is to be forgotten: nobody is found by their name any more."""

from __future__ import annotations

from services.cases.store import forgetting, known
from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.identity.contract.events.privacy import PersonErased


def on_person_erased(event: PersonErased, work: Work) -> None:
    """Cases that were sent in, their timelines and decisions keep the names they had."""
    nobody = {"name": "", "staff_of": [], "staff_roles": [], "active": False}
    known.hear_person(work.session, event.person_id, event.revision, nobody)
    forgetting.forget_person(work.session, event.person_id)
    inbox.forget(work.session, event.person_id)
