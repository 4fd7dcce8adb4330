"""Somebody gives the second factor."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import FieldError, InvalidRequest
from services.identity.contract.operations.login import CompleteFactor
from services.identity.contract.types.login import OpenedSession
from services.identity.steps.sessions import open_session
from services.identity.steps.verify_code import verify_login_code
from services.identity.store import attempts, people


def complete_factor(request: CompleteFactor, work: Work) -> OpenedSession:
    """The code of this attempt opens a session with a fresh secret.

    Raises WrongCode, CodeExpired, TooManyTries, LoginExpired; a method the person has not set up
    is refused as the field `method`.
    """
    attempt = attempts.locked(work.session, request.attempt, work.now, next="factor")
    if request.method != "sms":
        raise InvalidRequest(errors=[FieldError(field="method", code="not_set_up")])
    person = people.by_id(work.session, attempt.person_id)
    verify_login_code(work, attempt, "login", request.code)
    return open_session(work, attempt, person, device=request.caller.device, method=request.method)
