"""Somebody changes their language or name."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.people import UpdateMe
from services.identity.contract.types.people import PersonView
from services.identity.steps.me import me
from services.identity.steps.tell import tell_person
from services.identity.store import people


def update_me(request: UpdateMe, work: Work) -> PersonView:
    """What is not named stays; nothing is told when nothing changed."""
    person = people.locked(work.session, work.actor.user_id)
    before = (person.language, person.name)
    person.language = request.language or person.language
    person.name = request.name or person.name
    if (person.language, person.name) != before:
        tell_person(work, person, work.actor.utility)
    return me(work)
