"""The caller, as they see themselves."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.types.people import PersonView
from services.identity.domain.acting import Acting
from services.identity.store import people
from services.identity.views.people import person_view


def me(work: Work) -> PersonView:
    """The proven caller with what they act for."""
    person_id = work.actor.user_id
    return person_view(
        people.by_id(work.session, person_id),
        people.firms_of(work.session, person_id),
        people.posts_of(work.session, person_id),
        Acting(work.actor.utility, work.actor.firm_id),
    )
