"""Ring and text the person on call about an incident."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.logging import logger
from services.chassis.wake import wake
from services.notify.contract.events import PageAccepted
from services.notify.contract.types import EmergencyReport
from services.notify.domain.escalation import patience, phone_at
from services.notify.model import Delivery, Incident
from services.notify.outgoing.page_words import page_values
from services.notify.store import deliveries, incidents

log = logger(__name__)


def page(work: Work, incident: Incident) -> None:
    """Ring the next phone, and decide when the one after it is rung."""
    phones = incidents.phones(work.session, incident.utility)
    phone = phone_at(phones, incident.rung_steps)
    if phone is None:
        log.error("nobody_to_ring", reference=incident.reference, step=incident.rung_steps)
        incident.escalate_at = None
        return
    kept = deliveries.keep(work.session, _pages(work, incident, phone), work.now)
    incident.rung_steps += 1
    incident.escalate_at = work.now + patience(incident.severity)
    work.after_commit.append(lambda: wake("deliver_emergencies", kept))


def page_accepted(work: Work, row: Delivery) -> None:
    """The provider rings: tell it once, so that the lifeline stands down."""
    if row.channel != "call" or row.subject is None:
        return
    incident = incidents.locked(work.session, row.subject)
    if incident is None or incident.paged_at is not None:
        return
    incident.paged_at = work.now
    told = PageAccepted(reference=incident.reference, channel=row.channel, at=work.now)
    work.emit(told, utility=incident.utility)


def page_failed(work: Work, row: Delivery) -> None:
    """This phone was not reached: the next one is rung at once."""
    if row.channel == "call" and row.subject is not None:
        incidents.hurry(work.session, row.subject, work.now)


def _pages(work: Work, incident: Incident, phone: str) -> list[deliveries.NewDelivery]:
    report = EmergencyReport.model_validate(incident.report)
    values = page_values(report)
    return [
        deliveries.NewDelivery(
            cause=f"page:{incident.reference}:{incident.rung_steps}",
            to="on_call",
            utility=incident.utility,
            channel=channel,
            message="incident_page",
            urgency="emergency",
            recipient=phone,
            language="nb",
            values=values,
            trace=work.trace,
            subject=incident.reference,
        )
        for channel in ("call", "sms")
    ]
