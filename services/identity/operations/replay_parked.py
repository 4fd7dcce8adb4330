"""An administrator gives a parked event another round."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.housekeeping import ReplayParked
from services.identity.domain import access


def replay_parked(request: ReplayParked, work: Work) -> Nothing:
    """Once: the second of two is refused as NoSuchParkedEvent. Raises NotForYou."""
    access.ensure_administrator(work.actor)
    inbox.replay(work.session, request.event_id, work.now)
    return Nothing()
