"""People known from before, or by an address: the account is made once, places are set as said."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.model import Person
from services.identity.store import people


def account_of(work: Work, email: str, *, name: str, language: str) -> Person:
    """The account of the address, made without password and mobile when it is new."""
    person = people.by_email(work.session, email)
    if person is None:
        person = Person(
            person_id=ids.new_id(),
            name=name,
            email=email,
            mobile=None,
            password=None,
            language=language,
            active=True,
            revision=0,
            created_at=work.now,
        )
        work.session.add(person)
        work.session.flush()
    return person
