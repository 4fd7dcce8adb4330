"""Somebody opens the link that was e-mailed for a registration."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.keyed_hash import same
from services.identity.contract.errors import LinkExpired
from services.identity.contract.operations.registration import ProveEmail
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.steps.registering import finish_if_proven
from services.identity.store import registrations
from services.identity.views.registration import receipt


def prove_email(request: ProveEmail, work: Work) -> RegistrationReceipt:
    """The address is proven; with the mobile proven too the firm waits for approval.

    Opening the link again answers the same. Raises RegistrationNotFound, LinkExpired, FirmKnown.
    """
    registration = registrations.locked(work.session, request.registration_id, work.now)
    given = registrations.link_hash(registration.registration_id, request.token)
    if not same(registration.link_hash, given):
        raise LinkExpired
    registration.email_proven_at = registration.email_proven_at or work.now
    return receipt(registration, finish_if_proven(work, registration))
