"""A contact point is configured from a file."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.notify.contract.operations import ConfigureContact
from services.notify.store import contact_points


def configure_contact(request: ConfigureContact, work: Work) -> Nothing:
    """One for each purpose; what was set or taken away in the portal stays as it is."""
    point = request.contact
    if contact_points.configure(work.session, utility=request.utility, **point.model_dump()):
        work.record(
            "contact_configured",
            chain=f"contacts:{request.utility}",
            facts={"purpose": point.purpose},
            utility=request.utility,
        )
    return Nothing()
