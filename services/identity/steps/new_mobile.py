"""A person has a new mobile: whoever could be robbed by it hears of it, and has a day to act."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.secrets import MobileEnrolled
from services.identity.domain.step_up import HOLD
from services.identity.model import Person
from services.identity.steps.tell import owner_of, tell_person


def take_mobile(work: Work, person: Person, mobile: str, utility: str) -> None:
    """Codes go there from now on; sensitive actions wait a day. The caller holds the lock."""
    old = person.mobile
    person.mobile, person.mobile_changed_at = mobile, work.now
    person.held_until = work.now + HOLD
    work.emit(
        MobileEnrolled.model_validate({**owner_of(person), "old_mobile": old}), utility=utility
    )
    tell_person(work, person, utility)
