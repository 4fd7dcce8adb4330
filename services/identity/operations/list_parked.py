"""An administrator looks at events identity could not handle."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import ParkedEvents
from services.identity.contract.operations.housekeeping import ListParked
from services.identity.domain import access


def list_parked(request: ListParked, work: Work) -> ParkedEvents:
    """Newest first, at most 100. Raises NotForYou."""
    del request
    access.ensure_administrator(work.actor)
    return inbox.parked(work.session)
