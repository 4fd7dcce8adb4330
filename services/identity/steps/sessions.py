"""Open a session after both factors, and end one everywhere at once."""

from __future__ import annotations

from typing import Literal

from services.chassis import ids
from services.chassis.db import ended_sessions
from services.chassis.db.work import Work
from services.identity.contract.errors import LoginExpired
from services.identity.contract.events.sessions import SessionEnded, SessionOpened, SteppedUp
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.login import OpenedSession
from services.identity.contract.types.words import FactorMethod
from services.identity.domain.acting import Acting, first_acting, first_post
from services.identity.domain.lifetimes import SESSION
from services.identity.model import LoginAttempt, LoginSession, Person
from services.identity.steps.admission import may_use
from services.identity.steps.devices import meet_device
from services.identity.store import login_sessions, people
from services.identity.views.people import person_view

Why = Literal["logged_out", "ended_elsewhere", "expired", "credentials_changed", "locked"]
LONGEST_DEVICE = 200
Proof = FactorMethod | Literal["provider"]
"""The second factor, here or at the utility's own login."""


def open_session(
    work: Work, attempt: LoginAttempt, person: Person, *, caller: Caller, method: Proof
) -> OpenedSession:
    """Both factors were right: the attempt is spent and a fresh secret takes its place.

    Raises LoginExpired when the person has lost their standing at the portal meanwhile.
    """
    firms = people.firms_of(work.session, person.person_id)
    posts = people.posts_of(work.session, person.person_id)
    if not may_use(work, person, attempt.portal):  # type: ignore[arg-type] # validated when written
        raise LoginExpired
    if attempt.portal == "contractor":
        places = [Acting(place.firm.utility, place.firm.firm_id) for place in firms]
        acting = first_acting(places, attempt.utility, attempt.firm_id)
    else:
        acting = first_post([post.utility for post in posts], attempt.utility)
    attempt.done_at = person.seen_at = work.now
    person.warned_at = None
    secret = ids.secret()
    held = _held(work, attempt, acting, secret, caller.device)
    work.session.add(held)
    opened = {
        "person_id": person.person_id,
        "session_id": held.session_id,
        "portal": held.portal,
        "method": method,
        "device": held.device,
    }
    work.emit(SessionOpened.model_validate(opened), utility=acting.utility)
    known_as = meet_device(work, held, person, caller)
    return as_opened(work, held, person, secret, known_as=known_as)


def rotate(work: Work, held: LoginSession, person: Person, method: FactorMethod) -> OpenedSession:
    """A factor was given again: the session goes on under a fresh secret."""
    secret = ids.secret()
    held.secret_hash = login_sessions.secret_hash(secret)
    held.stepped_up_at = work.now
    stepped_up = {
        "person_id": person.person_id,
        "session_id": held.session_id,
        "portal": held.portal,
        "method": method,
    }
    work.emit(SteppedUp.model_validate(stepped_up), utility=held.utility)
    return as_opened(work, held, person, secret)


def as_opened(
    work: Work, held: LoginSession, person: Person, secret: str, *, known_as: str = ""
) -> OpenedSession:
    """The session as the gateway is told, once, with its secret."""
    return OpenedSession(
        secret=secret,
        session_id=held.session_id,
        idle_seconds=int((held.idle_until - work.now).total_seconds()),
        ends_at=held.ends_at,
        person=person_view(
            person,
            people.firms_of(work.session, person.person_id),
            people.posts_of(work.session, person.person_id),
            Acting(held.utility, held.firm_id),
        ),
        known_as=known_as,
    )


def _held(
    work: Work, attempt: LoginAttempt, acting: Acting, secret: str, device: str
) -> LoginSession:
    limits = SESSION[attempt.portal]  # type: ignore[index] # validated when it was written
    return LoginSession(
        session_id=ids.new_id(),
        secret_hash=login_sessions.secret_hash(secret),
        person_id=attempt.person_id,
        portal=attempt.portal,
        utility=acting.utility,
        firm_id=acting.firm_id,
        device=device[:LONGEST_DEVICE],
        opened_at=work.now,
        seen_at=work.now,
        idle_until=work.now + limits.idle,
        ends_at=work.now + limits.total,
    )


def end_session(work: Work, held: LoginSession, why: Why) -> None:
    """Its secret and its tokens are refused from now on; the other services hear it."""
    held.ended_at = work.now
    ended_sessions.end(work.session, held.session_id, work.now)
    work.emit(
        SessionEnded.model_validate(
            {
                "person_id": held.person_id,
                "session_id": held.session_id,
                "portal": held.portal,
                "why": why,
            }
        ),
        utility=held.utility,
    )
