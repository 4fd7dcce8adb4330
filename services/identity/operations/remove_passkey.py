"""Somebody removes a passkey."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.factors import RemovePasskey
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.secured import changed_factor, ensure_one_is_left
from services.identity.store import passkeys


def remove_passkey(request: RemovePasskey, work: Work) -> Nothing:
    """It opens nothing any more. Raises StepUpNeeded, OnHold, FactorNotFound, LastFactor."""
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    key = passkeys.own(work.session, work.actor.user_id, request.passkey_id)
    passkeys.remove(work.session, key)
    ensure_one_is_left(work)
    changed_factor(work, "passkey_removed", key.name)
    return Nothing()
