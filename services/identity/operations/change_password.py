"""Somebody who knows their password sets another."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.errors import WrongPassword
from services.identity.contract.operations.passwords import ChangePassword
from services.identity.steps.guarding import ensure_stepped_up
from services.identity.steps.passwords import password_subject, set_password
from services.identity.steps.verify_code import claim_try
from services.identity.store import guards, hashing, people


def change_password(request: ChangePassword, work: Work) -> Nothing:
    """The present one proves it; failures count as at a login. Other sessions end.

    Not held after a new mobile: an owner who fears for the account must be able to. Raises
    StepUpNeeded, TooManyTries, WrongPassword, WeakPassword.
    """
    ensure_stepped_up(work)
    person = people.by_id(work.session, work.actor.user_id)
    subject = password_subject(person.email)
    claim_try(work, subject)
    if not hashing.matches(person.password, request.current):
        raise WrongPassword
    guards.succeeded(work.session, subject, work.now)
    actor = work.actor
    set_password(
        work, person, request.password, how="changed", utility=actor.utility, keep=actor.session_id
    )
    return Nothing()
