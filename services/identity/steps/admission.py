"""Who may log in where."""

from __future__ import annotations

from collections.abc import Sequence, Sized

from sqlalchemy.orm import Session

from services.chassis.db.work import Work
from services.identity.contract.types.words import Portal
from services.identity.model import Person, Staff
from services.identity.store import invitations, people, provider_logins


def may_use(work: Work, person: Person, portal: Portal, *, by_password: bool = False) -> bool:
    """Firms' people use the contractor portal, staff the operator portal; so do those invited.

    A post the utility's own login gave is entered by that login, not `by_password`, which would
    outlive it.
    """
    if not person.active:
        return False
    if portal == "contractor":
        stands: Sized = people.firms_of(work.session, person.person_id)
    else:
        stands = _posts(work.session, person.person_id, by_password=by_password)
    return bool(stands) or invitations.waits_for(
        work.session, person.email, work.now, staff=portal == "operator"
    )


def _posts(session: Session, person_id: str, *, by_password: bool) -> Sequence[Staff]:
    posts = people.posts_of(session, person_id)
    if not by_password:
        return posts
    elsewhere = provider_logins.utilities_of(session, person_id)
    return [post for post in posts if post.utility not in elsewhere]
