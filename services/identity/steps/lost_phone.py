"""A lost phone counts no longer; the next login registers another, the safe way."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.standing import PhoneReleased
from services.identity.model import Person
from services.identity.steps.standing import end_everywhere
from services.identity.steps.tell import tell_person
from services.identity.store import second_factors


def release_phone(work: Work, person: Person, checked: str) -> None:
    """The app and passkeys on it neither; sessions end, the old number and the address are told.

    Whoever has the lost phone and the password gets no further: the proof of a new mobile is
    e-mailed at the login that registers it. Nothing is enrolled here.
    """
    old = person.mobile
    if old is None:
        return
    person.mobile, person.mobile_changed_at = None, work.now
    second_factors.forget_all(work.session, person.person_id)
    end_everywhere(work, person, "credentials_changed")
    work.emit(
        PhoneReleased.model_validate(
            {
                "person_id": person.person_id,
                "email": person.email,
                "old_mobile": old,
                "checked": checked,
                "language": person.language,
            }
        )
    )
    tell_person(work, person, work.actor.utility)
