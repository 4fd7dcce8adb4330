"""A firm's administrator looks at the firm's keys."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.api_keys import ListApiKeys
from services.identity.contract.types.api_keys import ApiKeys
from services.identity.domain.api_keys import ensure_may_keep_keys
from services.identity.store import api_keys
from services.identity.views.api_keys import api_key_view


def list_api_keys(_request: ListApiKeys, work: Work) -> ApiKeys:
    """Those that can be used now, at the utility acted at. Raises NotForYou."""
    ensure_may_keep_keys(work.actor)
    found = api_keys.of_firm(work.session, work.actor.firm_id, work.actor.utility, work.now)
    return ApiKeys(items=[api_key_view(key, work.now) for key in found])
