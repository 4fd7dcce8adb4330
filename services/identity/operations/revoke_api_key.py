"""A firm's administrator ends a key."""

from __future__ import annotations

from services.chassis.db import ended_sessions
from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.events.api_keys import ApiKeyRevoked
from services.identity.contract.events.sessions import SessionEnded
from services.identity.contract.operations.api_keys import RevokeApiKey
from services.identity.domain.api_keys import ensure_may_keep_keys
from services.identity.store import api_keys


def revoke_api_key(request: RevokeApiKey, work: Work) -> Nothing:
    """From now on nobody gets in with it; open streams and tokens end as those of a session do.

    Raises NotForYou, ApiKeyNotFound (also for another firm's).
    """
    ensure_may_keep_keys(work.actor)
    actor = work.actor
    key = api_keys.locked_of_firm(
        work.session, request.key_id, actor.firm_id, actor.utility, work.now
    )
    key.ended_at = work.now
    ended_sessions.end(work.session, key.key_id, work.now)
    work.emit(ApiKeyRevoked(key_id=key.key_id, firm_id=key.firm_id, name=key.name))
    work.emit(
        SessionEnded(
            person_id=key.key_id,
            session_id=key.key_id,
            portal="contractor",
            why="key_revoked",
        )
    )
    return Nothing()
