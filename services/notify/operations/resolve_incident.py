"""The duty officer closes an incident with a note."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.errors import IncidentNotFound
from services.notify.contract.events import IncidentResolved
from services.notify.contract.operations import ResolveIncident
from services.notify.contract.types import IncidentRow
from services.notify.store import incidents
from services.notify.store.access import ensure_role
from services.notify.views import incident_row


def resolve_incident(request: ResolveIncident, work: Work) -> IncidentRow:
    """The first note stands; closing it again changes nothing.

    Refuses NotYourTask, and IncidentNotFound (also for another utility's).
    """
    ensure_role(work.actor, "duty_officer", "administrator")
    incident = incidents.locked(work.session, request.reference)
    if incident is None or incident.utility != work.actor.utility:
        raise IncidentNotFound
    if incident.state != "resolved":
        incident.state = "resolved"
        incident.resolved_at, incident.resolved_by = work.now, work.actor.name
        incident.note = request.note
        incident.escalate_at = None
        told = IncidentResolved(
            reference=incident.reference, by=work.actor.name, at=incident.resolved_at
        )
        work.emit(told)
    return incident_row(incident)
