"""The gateway asks whose key it is, and for a fresh service token."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.api_keys import ApiKeyUsed
from services.identity.contract.operations.api_keys import CheckApiKey
from services.identity.contract.types.login import CheckedSession
from services.identity.domain.api_keys import SEEN_EVERY, TOLD_EVERY
from services.identity.model import ApiKey
from services.identity.steps.proven import proven
from services.identity.steps.signing import signer
from services.identity.store import api_keys
from services.identity.views.callers import machine


def check_api_key(request: CheckApiKey, work: Work) -> CheckedSession:
    """The firm's software, with the firm's standing as it is now; notes when and whence it called.

    Raises SessionEnded for a key that is unknown, ended or run out, and while its firm is not
    approved.
    """
    key, firm, known = api_keys.by_secret(work.session, request.secret, work.now)
    if request.caller.address:
        _note_use(work, key, request.caller.address)
    actor = proven(work, machine(key, firm, known))
    return CheckedSession(
        token=signer().sign(actor),
        actor=actor,
        session_id=key.key_id,
        portal="contractor",
        idle_until=key.expires_at,
        ends_at=key.expires_at,
        scopes=frozenset(key.scopes),
    )


def _note_use(work: Work, key: ApiKey, address: str) -> None:
    """To the minute in the table; a new address, or the first use of a day, in the trail."""
    if key.last_used_at is None or work.now - key.last_used_at >= SEEN_EVERY:
        key.last_used_at = work.now
    known = key.last_address == address and key.told_at is not None
    if known and key.told_at is not None and work.now - key.told_at < TOLD_EVERY:
        return
    key.last_address, key.told_at = address, work.now
    work.emit(
        ApiKeyUsed(key_id=key.key_id, firm_id=key.firm_id, name=key.name, address=address),
        utility=key.utility,
    )
