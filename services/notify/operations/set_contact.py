"""An editor says whom one turns to."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.events import ContactPointChanged
from services.notify.contract.operations import SetContact
from services.notify.contract.types import ContactPoint
from services.notify.domain import contact_point
from services.notify.store import contact_points
from services.notify.store.access import ensure_role


def set_contact(request: SetContact, work: Work) -> ContactPoint:
    """From now on, whatever a file says.

    Refuses NotYourTask, ContactUnreachable, EmergencyNumberStays.
    """
    ensure_role(work.actor, *contact_point.those_who_may(request.purpose))
    contact_point.ensure_reachable(request)
    utility, said = work.actor.utility, request.model_dump()
    contact_points.put(work.session, utility=utility, **said, changed_at=work.now, removed=False)
    work.emit(ContactPointChanged(utility_id=utility, **said))
    return ContactPoint(**said, changed_at=work.now)
