"""Somebody wants to log in with a passkey."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.login import AskLoginPasskey
from services.identity.contract.types.factors import PasskeyOptions
from services.identity.steps import passkeys
from services.identity.steps.ceremony import Ceremony
from services.identity.store import attempts


def ask_login_passkey(request: AskLoginPasskey, work: Work) -> PasskeyOptions:
    """A challenge for this attempt. Raises LoginExpired, and PasskeyRefused without a passkey."""
    attempt = attempts.locked(work.session, request.attempt, work.now, next="factor")
    return passkeys.options_for_use(work, Ceremony.of_attempt(attempt))
