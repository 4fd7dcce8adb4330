"""A firm's administrator makes a key for the firm's own software."""

from __future__ import annotations

from datetime import timedelta

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotOpen
from services.identity.contract.events.api_keys import ApiKeyCreated
from services.identity.contract.operations.api_keys import CreateApiKey
from services.identity.contract.types.api_keys import NewApiKey
from services.identity.domain.api_keys import ensure_may_keep_keys, ensure_room
from services.identity.model import ApiKey
from services.identity.steps.guarding import ensure_stepped_up
from services.identity.store import api_keys, firms
from services.identity.views.api_keys import new_api_key


def create_api_key(request: CreateApiKey, work: Work) -> NewApiKey:
    """The secret is answered once; a hash is kept, and the firm is told of its new key.

    Raises NotForYou, StepUpNeeded, FirmNotFound, FirmNotOpen (not approved), TooManyApiKeys.
    """
    ensure_may_keep_keys(work.actor)
    ensure_stepped_up(work)
    _firm, known = firms.known(work.session, work.actor.firm_id, work.actor.utility, lock=True)
    if known.status != "approved":
        raise FirmNotOpen(status=known.status)
    living = api_keys.of_firm(work.session, known.firm_id, known.utility, work.now)
    ensure_room(len(living))
    secret = api_keys.new_secret()
    key = _kept(request, work, secret)
    work.emit(
        ApiKeyCreated(
            key_id=key.key_id,
            firm_id=key.firm_id,
            name=key.name,
            created_by=key.created_by,
            scopes=key.scopes,
            expires_at=key.expires_at,
        )
    )
    return new_api_key(key, secret, work.now)


def _kept(request: CreateApiKey, work: Work, secret: str) -> ApiKey:
    key = ApiKey(
        key_id=ids.new_id(),
        firm_id=work.actor.firm_id,
        utility=work.actor.utility,
        name=request.name,
        prefix=api_keys.shown(secret),
        secret_hash=api_keys.secret_hash(secret),
        scopes=sorted(set(request.scopes)),
        created_at=work.now,
        created_by=work.actor.name,
        expires_at=work.now + timedelta(days=request.valid_days),
        last_address="",
    )
    work.session.add(key)
    return key
