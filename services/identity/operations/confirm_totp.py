"""Somebody types the first code of their app."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.factors import ConfirmTotp
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.secured import changed_factor
from services.identity.steps.verify_code import claim_try, codes_of
from services.identity.store import guards, totps


def confirm_totp(request: ConfirmTotp, work: Work) -> Nothing:
    """The app is a factor from now on; other sessions end and the owner is told.

    Raises StepUpNeeded, OnHold, FactorNotFound when none is being set up, WrongCode, TooManyTries.
    """
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    person_id = work.actor.user_id
    subject = codes_of(person_id)
    claim_try(work, subject)
    totps.use(work.session, person_id, request.code, work.now, first=True)
    guards.succeeded(work.session, subject, work.now)
    changed_factor(work, "totp_added")
    return Nothing()
