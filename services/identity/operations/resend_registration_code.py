"""Somebody who registers a firm asks for another SMS code."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.registration import ResendRegistrationCode
from services.identity.steps import limits
from services.identity.steps.send_code import CodeTo, ensure_resend_is_due, send_code
from services.identity.store import registrations


def resend_registration_code(request: ResendRegistrationCode, work: Work) -> Nothing:
    """Void the old code and send a new one; what was counted stays counted.

    Raises RegistrationNotFound and TooManySends. Nothing is sent when the mobile is proven.
    """
    registration = registrations.locked(work.session, request.registration_id, work.now)
    if registration.mobile_proven_at is None:
        ensure_resend_is_due(work, "registration", registration.registration_id)
        limits.claim_before_password(work, request.caller.address)
        send_code(work, CodeTo.of_registration(registration))
    return Nothing()
