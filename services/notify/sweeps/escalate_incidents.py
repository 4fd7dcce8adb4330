"""An incident nobody took in time rings the next phone."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.outgoing.pages import page
from services.notify.store import incidents


def escalate_incidents(work: Work) -> int:
    """Ring the next phone of each that is due; returns how many were."""
    overdue = incidents.to_escalate(work.session, work.now)
    for incident in overdue:
        page(work, incident)
    return len(overdue)
