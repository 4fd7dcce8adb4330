"""Somebody proves the mobile they named."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import LoginExpired
from services.identity.contract.operations.login import ConfirmMobileEnrolment
from services.identity.contract.types.login import OpenedSession
from services.identity.steps.ceremony import Ceremony
from services.identity.steps.new_mobile import take_mobile
from services.identity.steps.secured import end_others
from services.identity.steps.sessions import open_session
from services.identity.steps.verify_factor import verify_sms
from services.identity.store import attempts, people


def confirm_mobile_enrolment(request: ConfirmMobileEnrolment, work: Work) -> OpenedSession:
    """The mobile is registered, the e-mail address is told, and the session opens.

    Raises WrongCode, CodeExpired, TooManyTries, LoginExpired (also when the person got a mobile in
    another way meanwhile).
    """
    attempt = attempts.locked(work.session, request.attempt, work.now, next="enrol_mobile")
    verify_sms(work, Ceremony.of_attempt(attempt), "enrolment", request.code)
    person = people.locked(work.session, attempt.person_id)
    if person.mobile is not None or attempt.new_mobile is None:
        raise LoginExpired
    end_others(work, person)
    take_mobile(work, person, attempt.new_mobile, attempt.utility)
    return open_session(work, attempt, person, caller=request.caller, method="sms")
