"""The gateway asks whether a session is alive, and for a fresh service token."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.types.login import CheckedSession
from services.identity.domain.lifetimes import SEEN_EVERY, SESSION
from services.identity.model import LoginSession, Person
from services.identity.steps.signing import signer
from services.identity.store import login_sessions, people
from services.identity.views.callers import contractor, operator


def check_session(request: CheckSession, work: Work) -> CheckedSession:
    """Who it is, with names, roles and approval as they are now; moves the idle limit.

    The secret is the proof. Raises SessionEnded, also for a session of the other portal.
    """
    held, person = login_sessions.by_secret(work.session, request.secret, request.portal, work.now)
    if work.now - held.seen_at >= SEEN_EVERY:
        held.seen_at = work.now
        held.idle_until = work.now + SESSION[request.portal].idle
    actor = _actor(work, held, person)
    return CheckedSession(
        token=signer().sign(actor),
        actor=actor,
        session_id=held.session_id,
        portal=request.portal,
        idle_until=min(held.idle_until, held.ends_at),
        ends_at=held.ends_at,
    )


def _actor(work: Work, held: LoginSession, person: Person) -> Actor:
    if held.portal == "operator":
        return operator(person, people.posts_of(work.session, person.person_id), held)
    return contractor(person, people.firms_of(work.session, person.person_id), held)
