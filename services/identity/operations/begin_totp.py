"""Somebody begins to set up an authenticator app."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FactorExists
from services.identity.contract.operations.factors import BeginTotp
from services.identity.contract.types.factors import NewTotp
from services.identity.domain import totp
from services.identity.domain.lifetimes import TOTP_SETUP
from services.identity.settings import identity_settings
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.store import at_rest, people, totps


def begin_totp(request: BeginTotp, work: Work) -> NewTotp:
    """A new key; the same one again while it is being set up, so that a reload does not void a
    scanned code. Raises StepUpNeeded, OnHold, and FactorExists when an app is in use.
    """
    del request
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    person = people.locked(work.session, work.actor.user_id)
    found = totps.of_person(work.session, person.person_id)
    if found is not None and found.confirmed_at is not None:
        raise FactorExists
    if found is not None and work.now < found.begun_at + TOTP_SETUP:
        key = at_rest.opened(person.person_id, found.sealed_key)
    else:
        key = totp.new_key()
        totps.begin(work.session, person.person_id, key, work.now)
    issuer = identity_settings().issuer
    return NewTotp(secret=key, uri=totp.address(key, account=person.email, issuer=issuer))
