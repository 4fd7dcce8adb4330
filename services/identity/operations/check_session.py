"""The gateway asks whether a session is alive, and for a fresh service token."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.types.login import ActingChoice, CheckedSession
from services.identity.domain.lifetimes import SEEN_EVERY, SESSION
from services.identity.model import LoginSession, Person
from services.identity.steps.proven import proven
from services.identity.steps.signing import signer
from services.identity.store import login_sessions, people
from services.identity.views.callers import choices_of_firms, choices_of_staff, contractor, operator


def check_session(request: CheckSession, work: Work) -> CheckedSession:
    """Who it is, with names, roles and approval as they are now; moves the idle limit.

    The secret is the proof. Raises SessionEnded, also for a session of the other portal.
    """
    held, person = login_sessions.by_secret(work.session, request.secret, request.portal, work.now)
    if work.now - held.seen_at >= SEEN_EVERY:
        held.seen_at = work.now
        held.idle_until = work.now + SESSION[request.portal].idle
    actor, choices = _standing(work, held, person)
    return CheckedSession(
        token=signer().sign(actor),
        actor=actor,
        session_id=held.session_id,
        portal=request.portal,
        idle_until=min(held.idle_until, held.ends_at),
        ends_at=held.ends_at,
        choices=choices,
    )


def _standing(work: Work, held: LoginSession, person: Person) -> tuple[Actor, list[ActingChoice]]:
    """Who they are where they act now, and where else they might."""
    if held.portal == "operator":
        posts = people.posts_of(work.session, person.person_id)
        return operator(person, posts, held), choices_of_staff(posts)
    firms = people.firms_of(work.session, person.person_id)
    return proven(work, contractor(person, firms, held)), choices_of_firms(firms)
