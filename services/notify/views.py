"""What is answered, made from what is kept."""

from __future__ import annotations

from services.chassis.norway import mask_phone
from services.notify.contract.types import (
    ContactPoint,
    DeliveryRow,
    EmergencyReport,
    IncidentRow,
    NewsRow,
    NewsView,
)
from services.notify.messages.place import place_of
from services.notify.model import Delivery, Incident, News, PublicContact


def incident_row(incident: Incident) -> IncidentRow:
    """An incident for the duty centre."""
    report = EmergencyReport.model_validate(incident.report)
    return IncidentRow(
        reference=incident.reference,
        reported_at=incident.reported_at,
        severity=incident.severity,
        place=place_of(report.place, "nb"),
        description=report.description,
        reporter_name=report.reporter.name,
        reporter_phone=report.reporter.phone,
        state=incident.state,
        paged_at=incident.paged_at,
        acknowledged_at=incident.acknowledged_at,
        acknowledged_by=incident.acknowledged_by,
    )


def bare_incident_row(incident: Incident) -> IncidentRow:
    """The same without what only staff may know, for a caller nobody has proven."""
    return incident_row(incident).model_copy(
        update={
            "place": "",
            "description": "",
            "reporter_name": "",
            "reporter_phone": "",
            "acknowledged_by": None,
        }
    )


def delivery_row(delivery: Delivery) -> DeliveryRow:
    """A delivery for an administrator; where it went is only hinted at."""
    return DeliveryRow(
        delivery_id=delivery.id,
        channel=delivery.channel,
        message=delivery.message,
        recipient_hint=recipient_hint(delivery),
        state=delivery.state,
        attempts=delivery.attempts,
        created_at=delivery.created_at,
        sent_at=delivery.sent_at,
        problem=delivery.problem,
    )


def recipient_hint(delivery: Delivery) -> str:
    """`*** ** 815` or `o***@rorlegger.example`."""
    if delivery.channel != "email":
        return mask_phone(delivery.recipient)
    local, _, domain = delivery.recipient.rpartition("@")
    return f"{local[:1]}***@{domain}"


def news_row(news: News) -> NewsRow:
    """A post in a list."""
    return NewsRow(
        slug=news.slug,
        title=news.title,
        lead=news.lead,
        published_at=news.published_at,
        updated_at=news.updated_at,
    )


def news_view(news: News) -> NewsView:
    """A post with its text."""
    return NewsView(
        **news_row(news).model_dump(),
        body=news.body,
        author=news.author,
    )


def contact_point(point: PublicContact) -> ContactPoint:
    """A contact point."""
    return ContactPoint(
        purpose=point.purpose,
        name=point.name,
        phone=point.phone,
        email=point.email,
        hours=point.hours,
        changed_at=point.changed_at,
    )
