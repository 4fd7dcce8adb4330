"""Somebody's authenticator has made a passkey."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import TooManyPasskeys
from services.identity.contract.operations.factors import AddPasskey
from services.identity.contract.types.factors import PasskeyRow
from services.identity.domain.factors import MOST_PASSKEYS
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.passkeys import added
from services.identity.steps.secured import changed_factor, own_session
from services.identity.store import passkeys
from services.identity.views.factors import passkey_row


def add_passkey(request: AddPasskey, work: Work) -> PasskeyRow:
    """It opens this portal from now on; other sessions end and the owner is told.

    Raises StepUpNeeded, OnHold, PasskeyRefused, TooManyPasskeys.
    """
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    held = own_session(work)
    if len(passkeys.of_person(work.session, held.person_id)) >= MOST_PASSKEYS:
        raise TooManyPasskeys(most=MOST_PASSKEYS)
    key = added(work, held, request.name, request.credential)
    changed_factor(work, "passkey_added", key.name)
    return passkey_row(key)
