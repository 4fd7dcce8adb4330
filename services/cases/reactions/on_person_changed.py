"""Somebody's name, or where they are staff, changed."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.people import PersonChanged


def on_person_changed(event: PersonChanged, work: Work) -> None:
    """Needed to give cases to colleagues by name."""
    known.hear_person(
        work.session,
        event.person_id,
        event.revision,
        {
            "name": event.name,
            "staff_of": event.staff_of,
            "staff_roles": event.staff_roles,
            "active": event.active,
        },
    )
