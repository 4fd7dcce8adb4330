"""The duty centre's list."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.operations import ListIncidents
from services.notify.contract.types import Incidents
from services.notify.store import incidents
from services.notify.store.access import ensure_role
from services.notify.views import incident_row


def list_incidents(request: ListIncidents, work: Work) -> Incidents:
    """The utility's, newest first, at most 200. Refuses NotYourTask."""
    ensure_role(work.actor, "duty_officer", "administrator")
    rows = incidents.of_utility(work.session, work.actor.utility, open_only=request.open_only)
    return Incidents(items=[incident_row(row) for row in rows])
