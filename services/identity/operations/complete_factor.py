"""Somebody gives the second factor."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.login import CompleteFactor
from services.identity.contract.types.login import OpenedSession
from services.identity.steps.ceremony import Ceremony
from services.identity.steps.sessions import open_session
from services.identity.steps.verify_factor import verify_factor
from services.identity.store import attempts, people


def complete_factor(request: CompleteFactor, work: Work) -> OpenedSession:
    """The right answer to this attempt opens a session with a fresh secret.

    Raises WrongCode, CodeExpired, PasskeyRefused, TooManyTries, LoginExpired; a method the person
    has not set up is refused as the field `method`.
    """
    attempt = attempts.locked(work.session, request.attempt, work.now, next="factor")
    verify_factor(work, Ceremony.of_attempt(attempt), request.method, request.code)
    person = people.by_id(work.session, attempt.person_id)
    return open_session(work, attempt, person, caller=request.caller, method=request.method)
