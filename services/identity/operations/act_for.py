"""Somebody chooses which firm, at which utility, they act for."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmNotFound, UnknownUtility
from services.identity.contract.operations.sessions import ActFor
from services.identity.contract.types.people import PersonView
from services.identity.domain.acting import Acting
from services.identity.store import login_sessions, people
from services.identity.views.people import person_view


def act_for(request: ActFor, work: Work) -> PersonView:
    """From the next check of the session on. Staff name a utility where they have a post, no firm.

    Raises FirmNotFound for a firm one is not in at that utility, and UnknownUtility for staff.
    """
    person_id = work.actor.user_id
    held = login_sessions.locked_own(work.session, person_id, work.actor.session_id, work.now)
    firms = people.firms_of(work.session, person_id)
    posts = people.posts_of(work.session, person_id)
    wanted = Acting(request.utility, request.firm_id)
    if held.portal == "contractor":
        if wanted not in [Acting(place.firm.utility, place.firm.firm_id) for place in firms]:
            raise FirmNotFound
    elif wanted not in [Acting(post.utility) for post in posts]:
        raise UnknownUtility
    held.utility, held.firm_id = wanted.utility, wanted.firm_id
    return person_view(people.by_id(work.session, person_id), firms, posts, wanted)
