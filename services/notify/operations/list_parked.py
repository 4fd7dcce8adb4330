"""An administrator looks at the events no attempt could handle."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import ParkedEvents
from services.notify.contract.operations import ListParked
from services.notify.store.access import ensure_role


def list_parked(request: ListParked, work: Work) -> ParkedEvents:
    """Newest first. Refuses NotYourTask without the role administrator."""
    del request
    ensure_role(work.actor, "administrator")
    return inbox.parked(work.session)
