"""An administrator gives a parked event one more round of attempts."""

from __future__ import annotations

from services.cases.contract.operations.housekeeping import ReplayParked
from services.cases.store import access
from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def replay_parked(request: ReplayParked, work: Work) -> Nothing:
    """Raises RoleMissing, and NoSuchParkedEvent for the second of two."""
    access.ensure(work.actor, "administrator")
    inbox.replay(work.session, request.event_id, work.now)
    work.record(
        "parked_event_replayed", chain=f"inbox:{request.event_id}", facts={"id": request.event_id}
    )
    return Nothing()
