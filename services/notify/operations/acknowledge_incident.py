"""Somebody takes an incident: by a key press on the phone, or as duty officer."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import mask_phone
from services.notify.contract.errors import IncidentNotFound, NotYourTask
from services.notify.contract.events import IncidentAcknowledged
from services.notify.contract.operations import AcknowledgeIncident
from services.notify.contract.types import IncidentRow
from services.notify.model import Incident
from services.notify.store import incidents
from services.notify.store.access import ensure_role
from services.notify.views import bare_incident_row, incident_row


def acknowledge_incident(request: AcknowledgeIncident, work: Work) -> IncidentRow:
    """Nobody more is rung. The first who takes it stands; a repetition changes nothing.

    Refuses IncidentNotFound (also for another utility's) and NotYourTask.
    """
    by = _who(request, work)
    incident = incidents.locked(work.session, request.reference)
    if incident is None or work.actor.utility not in ("", incident.utility):
        raise IncidentNotFound
    if incident.state == incidents.OPEN:
        _acknowledge(incident, request, by, work)
    staff = work.actor.audience == "operator"
    return incident_row(incident) if staff else bare_incident_row(incident)


def _who(request: AcknowledgeIncident, work: Work) -> str:
    """Staff by name; a phone by its last digits. The gateway has checked whose call it is."""
    if work.actor.audience in ("public", "system") and request.phone:
        return mask_phone(request.phone)
    ensure_role(work.actor, "duty_officer", "administrator")
    if not work.actor.utility:
        raise NotYourTask(needs="duty_officer")
    return work.actor.name


def _acknowledge(incident: Incident, request: AcknowledgeIncident, by: str, work: Work) -> None:
    incident.state = "acknowledged"
    incident.acknowledged_at = min(request.at or work.now, work.now)
    incident.acknowledged_by = by
    incident.escalate_at = None
    told = IncidentAcknowledged(reference=incident.reference, by=by, at=incident.acknowledged_at)
    work.emit(told, utility=incident.utility)
