"""Somebody known from before, without a mobile, names theirs."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.keyed_hash import same
from services.chassis.messages import Nothing
from services.identity.contract.errors import LinkExpired, LoginExpired
from services.identity.contract.operations.login import BeginMobileEnrolment
from services.identity.steps import limits
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.store import attempts, people


def begin_mobile_enrolment(request: BeginMobileEnrolment, work: Work) -> Nothing:
    """With the proof e-mailed at this very login, send a code to the new mobile.

    A password alone, or a proof from another login, enrols nothing: LinkExpired. Another number
    may be named until one is confirmed. Raises LoginExpired and TooManySends.
    """
    attempt = attempts.locked(work.session, request.attempt, work.now, next="enrol_mobile")
    given = attempts.proof_hash(attempt.attempt_id, request.proof)
    if attempt.proof_hash is None or not same(attempt.proof_hash, given):
        raise LinkExpired
    person = people.by_id(work.session, attempt.person_id)
    if person.mobile is not None:
        raise LoginExpired
    limits.claim_new_number(work, person.person_id)
    attempt.new_mobile = request.mobile
    send_code(work, CodeTo.of_attempt(attempt, person, "enrolment", request.mobile))
    return Nothing()
