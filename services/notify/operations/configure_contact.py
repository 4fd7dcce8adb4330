"""A contact point is set."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.notify.contract.operations import ConfigureContact
from services.notify.model import PublicContact
from services.notify.store import news


def configure_contact(request: ConfigureContact, work: Work) -> Nothing:
    """One for each purpose, and one for each zone by its name."""
    point = request.contact
    news.set_contact_point(
        work.session,
        PublicContact(
            utility=request.utility,
            purpose=point.purpose,
            place=point.name if point.purpose == "zone" else "",
            name=point.name,
            phone=point.phone,
            email=point.email,
            hours=point.hours,
        ),
    )
    work.record(
        "contact_configured",
        chain=f"utility:{request.utility}",
        facts={"purpose": point.purpose},
        utility=request.utility,
    )
    return Nothing()
