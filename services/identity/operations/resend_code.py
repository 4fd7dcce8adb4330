"""Somebody who logs in asks for another SMS code."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.errors import LoginExpired
from services.identity.contract.events.secrets import CodePurpose
from services.identity.contract.operations.login import ResendCode
from services.identity.steps.send_code import CodeTo, ensure_resend_is_due, send_code
from services.identity.store import attempts, people


def resend_code(request: ResendCode, work: Work) -> Nothing:
    """Void the old code and send a new one, to the mobile the attempt is about.

    What was counted stays counted. Raises LoginExpired and TooManySends.
    """
    attempt = attempts.locked(work.session, request.attempt, work.now)
    person = people.by_id(work.session, attempt.person_id)
    mobile = person.mobile if attempt.next == "factor" else attempt.new_mobile
    if mobile is None:
        raise LoginExpired
    purpose: CodePurpose = "login" if attempt.next == "factor" else "enrolment"
    ensure_resend_is_due(work, purpose, attempt.attempt_id)
    send_code(work, CodeTo.of_attempt(attempt, person, purpose, mobile))
    return Nothing()
