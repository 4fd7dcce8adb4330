"""A person is forgotten: what identity keeps is an id nobody can be recognised by."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.privacy import PersonErased
from services.identity.model import Person
from services.identity.steps.standing import end_everywhere
from services.identity.store import erasure

ERASED = "–"


def erase_person(work: Work, person: Person, utility: str) -> None:
    """Sessions end, places and ways in are gone, and every service hears it.

    The audit trail keeps the id, and the names of actors as they were.
    """
    end_everywhere(work, person, "locked")
    erasure.forget(work.session, person)
    erasure.forget_told(work.session, person.person_id, person.email)
    person.name = ERASED
    person.email = f"{person.person_id}@erased.invalid"
    person.mobile = person.password = person.mobile_changed_at = None
    person.active, person.erased_at = False, work.now
    person.revision += 1
    work.emit(PersonErased(person_id=person.person_id, revision=person.revision), utility=utility)
