"""A firm is told before a key of its software runs out."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.api_keys import ApiKeyExpiring
from services.identity.domain.api_keys import WARNED_BEFORE
from services.identity.store import api_keys


def warn_of_expiring_keys(work: Work) -> int:
    """Each key once, two weeks ahead; how many."""
    found = api_keys.locked_expiring(work.session, work.now, WARNED_BEFORE)
    for key in found:
        key.warned_at = work.now
        work.emit(
            ApiKeyExpiring(
                key_id=key.key_id, firm_id=key.firm_id, name=key.name, expires_at=key.expires_at
            ),
            utility=key.utility,
        )
    return len(found)
