"""An administrator has a parked event tried again."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages import NotForYou, Nothing
from services.documents.contract.operations import ReplayParked


def replay_parked(request: ReplayParked, work: Work) -> Nothing:
    """One more round. Refuses NotForYou without the role `administrator`, NoSuchParkedEvent."""
    if not work.actor.has("administrator"):
        raise NotForYou
    inbox.replay(work.session, request.event_id, work.now)
    work.record("event_replayed", chain=f"inbox:{request.event_id}", facts={})
    return Nothing()
