"""A way in has changed: nobody else stays logged in, and the owner is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import LastFactor
from services.identity.contract.events.factors import FactorChange, FactorChanged
from services.identity.contract.types.words import FactorMethod
from services.identity.domain.factors import EVERYDAY
from services.identity.model import LoginSession, Person
from services.identity.steps.sessions import end_session
from services.identity.steps.tell import owner_of
from services.identity.store import login_sessions, people, ways_in


def changed_factor(work: Work, change: FactorChange, name: str = "") -> None:
    """The caller's other sessions end, and an e-mail says what was done."""
    person = people.by_id(work.session, work.actor.user_id)
    end_others(work, person, keep=work.actor.session_id)
    work.emit(FactorChanged.model_validate({**owner_of(person), "change": change, "name": name}))


def end_others(work: Work, person: Person, *, keep: str = "") -> None:
    """Every session of the person but the one kept."""
    for held in login_sessions.own(work.session, person.person_id, work.now):
        if held.session_id != keep:
            end_session(work, held, "credentials_changed")


def own_session(work: Work) -> LoginSession:
    """The caller's session, locked. Raises SessionEnded."""
    return login_sessions.locked_own(
        work.session, work.actor.user_id, work.actor.session_id, work.now
    )


def ensure_one_is_left(work: Work) -> None:
    """After a removal the person can still get in. Raises LastFactor."""
    work.session.flush()
    portal = own_session(work).portal
    left: frozenset[FactorMethod] = ways_in.ways_in(work.session, work.actor.user_id, portal)  # type: ignore[arg-type] # validated when it was written
    if not left & EVERYDAY:
        raise LastFactor
