"""Somebody looks at what has happened to their account."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.sessions import ListSecurityEvents
from services.identity.contract.types.security import SecurityEvents
from services.identity.domain import cursors
from services.identity.store import trail
from services.identity.views.security_events import AUDITED, security_event


def list_security_events(request: ListSecurityEvents, work: Work) -> SecurityEvents:
    """From one's own audit trail, newest first; only what a person can make sense of."""
    after = cursors.read(request.cursor)
    entries = trail.of_person(
        work.session,
        work.actor.user_id,
        AUDITED,
        before=int(after[1]) if after and after[1].isdecimal() else None,
        limit=request.limit + 1,
    )
    shown = entries[: request.limit]
    more = len(entries) > request.limit
    return SecurityEvents(
        items=[event for event in map(security_event, shown) if event is not None],
        next=cursors.write(shown[-1].at, str(shown[-1].position)) if more else None,
    )
