"""An administrator looks at the events documents could not handle."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.chassis.messages.housekeeping import ParkedEvents
from services.documents.contract.operations import ListParked


def list_parked(request: ListParked, work: Work) -> ParkedEvents:
    """Newest first. Refuses NotForYou without the role `administrator`."""
    del request
    if not work.actor.has("administrator"):
        raise NotForYou
    return inbox.parked(work.session)
