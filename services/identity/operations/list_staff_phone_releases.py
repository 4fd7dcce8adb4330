"""Administrators see lost phones that wait for a second person."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.staff import ListStaffPhoneReleases
from services.identity.contract.types.users import PhoneReleases
from services.identity.domain import access
from services.identity.store import phone_releases
from services.identity.views.users import release_row


def list_staff_phone_releases(request: ListStaffPhoneReleases, work: Work) -> PhoneReleases:
    """Oldest first, with how each was checked. Raises NotForYou."""
    del request
    access.ensure_administrator(work.actor)
    waiting = phone_releases.waiting(work.session, work.actor.utility, work.now)
    return PhoneReleases(
        items=[release_row(release, name, work.actor.user_id) for release, name in waiting]
    )
