"""Whoever registers a firm looks at how far it has come."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.registration import GetRegistration
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.store import firms, registrations
from services.identity.views.registration import receipt


def get_registration(request: GetRegistration, work: Work) -> RegistrationReceipt:
    """What is proven, on whichever device. Raises RegistrationNotFound."""
    known = registrations.known(work.session, request.registration_id, work.now)
    status = "registering"
    if known.done_at is not None:
        status = firms.status_of(work.session, known.orgnr, known.utility) or "waiting"
    return receipt(known, status)
