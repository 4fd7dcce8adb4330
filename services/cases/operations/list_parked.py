"""An administrator sees the events no attempt could handle."""

from __future__ import annotations

from services.cases.contract.operations.housekeeping import ListParked
from services.cases.store import access
from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import ParkedEvents


def list_parked(request: ListParked, work: Work) -> ParkedEvents:
    """Newest first. Raises RoleMissing."""
    del request
    access.ensure(work.actor, "administrator")
    return inbox.parked(work.session)
