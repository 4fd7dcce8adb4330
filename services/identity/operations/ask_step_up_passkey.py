"""Somebody wants to prove themselves again with a passkey."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.step_up import AskStepUpPasskey
from services.identity.contract.types.factors import PasskeyOptions
from services.identity.steps import passkeys
from services.identity.steps.ceremony import Ceremony
from services.identity.steps.secured import own_session


def ask_step_up_passkey(request: AskStepUpPasskey, work: Work) -> PasskeyOptions:
    """A challenge bound to this session. Raises PasskeyRefused without a passkey here."""
    del request
    return passkeys.options_for_use(work, Ceremony.of_session(own_session(work)))
