"""The contact points of a utility, by purpose."""

from __future__ import annotations

from typing import get_args

from services.chassis.db.work import Work
from services.notify.contract.operations import ListContacts
from services.notify.contract.types import ContactPoint, ContactPoints
from services.notify.store import news
from services.notify.views import contact_point

ORDER: tuple[str, ...] = get_args(ContactPoint.model_fields["purpose"].annotation)


def list_contacts(request: ListContacts, work: Work) -> ContactPoints:
    """In the order of the purposes; public."""
    points = news.contact_points(work.session, request.utility)
    ordered = sorted(points, key=lambda point: (ORDER.index(point.purpose), point.place))
    return ContactPoints(items=[contact_point(point) for point in ordered])
