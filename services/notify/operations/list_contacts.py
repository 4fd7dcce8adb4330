"""The contact points of a utility, by purpose."""

from __future__ import annotations

from typing import get_args

from services.chassis.db.work import Work
from services.notify.contract.operations import ListContacts
from services.notify.contract.types import ContactPoint, ContactPoints, ContactPurpose
from services.notify.domain.contact_point import EMERGENCY
from services.notify.model import Utility
from services.notify.store import contact_points
from services.notify.views import contact_point

ORDER: tuple[str, ...] = get_args(ContactPurpose)


def list_contacts(request: ListContacts, work: Work) -> ContactPoints:
    """In the order of the purposes; public. The duty centre is there though nobody has set it."""
    points = [contact_point(row) for row in contact_points.every(work.session, request.utility)]
    utility = contact_points.utility_of(work.session, request.utility)
    if utility is not None:
        points = _with_duty_centre(points, utility)
    return ContactPoints(items=sorted(points, key=lambda point: ORDER.index(point.purpose)))


def _with_duty_centre(points: list[ContactPoint], utility: Utility) -> list[ContactPoint]:
    """Its number is the utility's own, until somebody sets another in the portal."""
    kept = next((point for point in points if point.purpose == EMERGENCY), None)
    if kept is not None and kept.changed_at is not None:
        return points
    said = kept or ContactPoint(purpose=EMERGENCY, name=utility.name)
    others = [point for point in points if point.purpose != EMERGENCY]
    return [*others, said.model_copy(update={"phone": utility.duty_phone})]
