"""An administrator gives a parked event another round."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.notify.contract.operations import ReplayParked
from services.notify.store.access import ensure_role


def replay_parked(request: ReplayParked, work: Work) -> Nothing:
    """Once. Refuses NotYourTask without the role, NoSuchParkedEvent when nothing is parked."""
    ensure_role(work.actor, "administrator")
    inbox.replay(work.session, request.event_id, work.now)
    return Nothing()
