"""Somebody proves the mobile they named."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import LoginExpired
from services.identity.contract.events.secrets import MobileEnrolled
from services.identity.contract.operations.login import ConfirmMobileEnrolment
from services.identity.contract.types.login import OpenedSession
from services.identity.steps.sessions import end_session, open_session
from services.identity.steps.tell import tell_person
from services.identity.steps.verify_code import verify_login_code
from services.identity.store import attempts, login_sessions, people


def confirm_mobile_enrolment(request: ConfirmMobileEnrolment, work: Work) -> OpenedSession:
    """The mobile is registered, the e-mail address is told, and the session opens.

    Raises WrongCode, CodeExpired, TooManyTries, LoginExpired (also when the person got a mobile in
    another way meanwhile).
    """
    attempt = attempts.locked(work.session, request.attempt, work.now, next="enrol_mobile")
    verify_login_code(work, attempt, "enrolment", request.code)
    person = people.locked(work.session, attempt.person_id)
    if person.mobile is not None or attempt.new_mobile is None:
        raise LoginExpired
    person.mobile, person.mobile_changed_at = attempt.new_mobile, work.now
    for held in login_sessions.own(work.session, person.person_id, work.now):
        end_session(work, held, "credentials_changed")
    enrolled = {
        "person_id": person.person_id,
        "email": person.email,
        "old_mobile": None,
        "language": person.language,
    }
    work.emit(MobileEnrolled.model_validate(enrolled), utility=attempt.utility)
    tell_person(work, person, attempt.utility)
    return open_session(work, attempt, person, device=request.caller.device, method="sms")
