"""An auditor or administrator reads identity's audit trail."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.trail import ListTrail
from services.identity.contract.types.trail import TrailPage
from services.identity.domain import administering, cursors
from services.identity.store import audit_trail
from services.identity.views.trail import trail_entry


def list_trail(request: ListTrail, work: Work) -> TrailPage:
    """The utility's own, newest first; that somebody looked, and for what, is an entry too.

    Raises NotForYou.
    """
    administering.ensure_may_read_staff(work.actor)
    wanted = audit_trail.Wanted(
        person_id=request.person_id,
        tag=request.tag,
        stream=request.stream,
        since=request.since,
        until=request.until,
    )
    found = audit_trail.page(
        work.session,
        work.actor.utility,
        wanted,
        before=cursors.read(request.cursor),
        limit=request.limit + 1,
    )
    shown = found[: request.limit]
    items = [trail_entry(entry) for entry in shown]
    if not request.cursor:
        looked_for = request.model_dump(mode="json", exclude={"cursor", "limit"}, exclude_none=True)
        work.record("trail_read", chain=f"person:{work.actor.user_id}", facts=looked_for)
    more = len(found) > len(shown)
    return TrailPage(items=items, next=cursors.write(shown[-1].at, shown[-1].id) if more else None)
