"""Somebody begins to register a passkey."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.factors import BeginPasskey
from services.identity.contract.types.factors import PasskeyOptions
from services.identity.steps import passkeys
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.secured import own_session
from services.identity.store import people


def begin_passkey(request: BeginPasskey, work: Work) -> PasskeyOptions:
    """A challenge for this portal, bound to this session. Raises StepUpNeeded, OnHold."""
    del request
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    held = own_session(work)
    return passkeys.options_for_adding(work, held, people.by_id(work.session, held.person_id))
