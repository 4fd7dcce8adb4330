"""Somebody wants codes to keep on paper."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.factors import MakeRecoveryCodes
from services.identity.contract.types.factors import NewRecoveryCodes
from services.identity.domain.recovery_codes import NUMBER, new_code
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.secured import changed_factor
from services.identity.store import recovery_codes


def make_recovery_codes(request: MakeRecoveryCodes, work: Work) -> NewRecoveryCodes:
    """Ten, told this once; the earlier ones are void. Raises StepUpNeeded, OnHold."""
    del request
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    codes = [new_code() for _ in range(NUMBER)]
    recovery_codes.keep(work.session, work.actor.user_id, codes, work.now)
    changed_factor(work, "recovery_codes_made")
    return NewRecoveryCodes(codes=codes)
