"""The audit trail for its readers."""

from __future__ import annotations

from services.chassis.db.tables import Audit
from services.identity.contract.types.trail import TrailEntry


def trail_entry(entry: Audit) -> TrailEntry:
    """As it was written."""
    actor = entry.actor
    return TrailEntry(
        entry_id=entry.id,
        at=entry.at,
        tag=entry.tag,
        chain=entry.chain,
        position=entry.position,
        actor_id=actor.get("user_id", ""),
        actor_name=actor.get("name", ""),
        actor_audience=actor.get("audience", ""),
        actor_firm=actor.get("firm_name", ""),
        actor_roles=actor.get("roles", ""),
        facts=entry.facts,
        trace=entry.trace,
        hash=entry.hash,
    )
