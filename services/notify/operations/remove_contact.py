"""An editor takes a contact point away."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.notify.contract.errors import ContactNotFound
from services.notify.contract.events import ContactPointChanged
from services.notify.contract.operations import RemoveContact
from services.notify.domain import contact_point
from services.notify.store import contact_points
from services.notify.store.access import ensure_role


def remove_contact(request: RemoveContact, work: Work) -> Nothing:
    """It is shown nowhere any more; the duty centre's stays.

    Refuses NotYourTask, EmergencyNumberStays, ContactNotFound.
    """
    ensure_role(work.actor, *contact_point.EDITORS)
    contact_point.ensure_removable(request.purpose)
    point = contact_points.find(work.session, work.actor.utility, request.purpose)
    if point is None:
        raise ContactNotFound
    point.removed, point.changed_at = True, work.now
    work.emit(
        ContactPointChanged(
            utility_id=point.utility,
            purpose=request.purpose,
            name=point.name,
            phone=point.phone,
            email=point.email,
            hours=point.hours,
            removed=True,
        )
    )
    return Nothing()
