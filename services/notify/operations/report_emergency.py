"""Somebody reports an emergency: it is kept, and the person on call is rung."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.events import IncidentReported, PageAccepted
from services.notify.contract.operations import ReportEmergency
from services.notify.contract.types import IncidentRow
from services.notify.domain.escalation import patience
from services.notify.model import Incident
from services.notify.outgoing.pages import page
from services.notify.store import incidents
from services.notify.views import bare_incident_row


def report_emergency(request: ReportEmergency, work: Work) -> IncidentRow:
    """Keep it once by its reference.

    When the lifeline has rung already nobody is rung now; the next phone is, as always, if
    nobody acknowledges in time.
    """
    incident = _as_incident(request, work)
    if not incidents.keep(work.session, incident):
        known = incidents.locked(work.session, request.report.reference)
        return bare_incident_row(_rung_by_lifeline(known or incident, request, work))
    incident = incidents.locked(work.session, request.report.reference) or incident
    told = IncidentReported(reference=incident.reference, severity=incident.severity)
    work.emit(told, utility=incident.utility)
    if request.paged_by_lifeline is None:
        page(work, incident)
    else:
        incident.rung_steps = 1
        incident.escalate_at = work.now + patience(incident.severity)
        _rung_by_lifeline(incident, request, work)
    return bare_incident_row(incident)


def _rung_by_lifeline(incident: Incident, request: ReportEmergency, work: Work) -> Incident:
    """Keep when the lifeline's ring was accepted, and tell it that we have the report."""
    if request.paged_by_lifeline is not None and incident.paged_at is None:
        incident.paged_at = request.paged_by_lifeline
        told = PageAccepted(
            reference=incident.reference, channel="lifeline", at=request.paged_by_lifeline
        )
        work.emit(told, utility=incident.utility)
    return incident


def _as_incident(request: ReportEmergency, work: Work) -> Incident:
    report = request.report
    return Incident(
        reference=report.reference,
        utility=report.utility,
        reported_at=report.reported_at,
        severity=report.severity,
        report=report.model_dump(mode="json"),
        state="reported",
        rung_steps=0,
        paged_at=None,
        escalate_at=None,
        acknowledged_at=None,
        acknowledged_by=None,
        resolved_at=None,
        resolved_by=None,
        note=None,
        created_at=work.now,
    )
