"""An administrator looks at what was sent and what waits."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.operations import ListDeliveries
from services.notify.contract.types import Deliveries
from services.notify.store import deliveries
from services.notify.store.access import ensure_role
from services.notify.views import delivery_row


def list_deliveries(request: ListDeliveries, work: Work) -> Deliveries:
    """The utility's, newest first; no text, no secret, no whole address. Refuses NotYourTask."""
    ensure_role(work.actor, "administrator")
    rows = deliveries.page(work.session, work.actor.utility, request.cursor, request.limit + 1)
    shown = rows[: request.limit]
    return Deliveries(
        items=[delivery_row(row) for row in shown],
        next=shown[-1].id if len(rows) > request.limit else None,
    )
