"""Somebody stops using their app."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.factors import RemoveTotp
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.secured import changed_factor, ensure_one_is_left
from services.identity.store import totps


def remove_totp(request: RemoveTotp, work: Work) -> Nothing:
    """Its codes open nothing any more. Raises StepUpNeeded, OnHold, FactorNotFound, LastFactor."""
    del request
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    totps.remove(work.session, work.actor.user_id)
    ensure_one_is_left(work)
    changed_factor(work, "totp_removed")
    return Nothing()
