"""An auditor or administrator reads identity's audit trail."""

from __future__ import annotations

from services.chassis.db import trail
from services.chassis.db.work import Work
from services.chassis.messages.trail import TrailPage
from services.identity.contract.operations.trail import ListTrail
from services.identity.domain import administering
from services.identity.store import chain_names


def list_trail(request: ListTrail, work: Work) -> TrailPage:
    """The utility's own, newest first; that somebody looked, and for what, is an entry too.

    Raises NotForYou.
    """
    administering.ensure_may_read_staff(work.actor)
    found = TrailPage(items=[], chains=[], next=None)
    if request.service in (None, "identity"):
        found = trail.page(work.session, work.actor.utility, request, chain_names.names)
    if not request.cursor:
        said = request.model_dump(mode="json", exclude={"cursor", "limit"}, exclude_none=True)
        looked_for = {name: value for name, value in said.items() if value}
        work.record("trail_read", chain=f"person:{work.actor.user_id}", facts=looked_for)
    return found
