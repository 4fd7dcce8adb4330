"""Somebody who registers a firm types the SMS code."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.registration import ProveMobile
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.steps.registering import finish_if_proven
from services.identity.steps.verify_code import verify_code
from services.identity.store import registrations
from services.identity.views.registration import receipt


def prove_mobile(request: ProveMobile, work: Work) -> RegistrationReceipt:
    """The mobile is proven, once; with the e-mail address proven too the firm waits for approval.

    Raises RegistrationNotFound, WrongCode, CodeExpired, TooManyTries, FirmKnown.
    """
    registration = registrations.locked(work.session, request.registration_id, work.now)
    if registration.mobile_proven_at is None:
        key = registration.registration_id
        verify_code(work, "registration", key, f"registration:{key}", request.code)
        registration.mobile_proven_at = work.now
    return receipt(registration, finish_if_proven(work, registration))
