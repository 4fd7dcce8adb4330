"""Guards of sensitive actions: the factor was given lately, and the mobile is not brand new.

An operation that adds or removes a way in, moves a number, gives somebody a role or makes a key
calls `ensure_stepped_up(work)`, and `ensure_not_on_hold(work)` where a thief with a fresh mobile
could do lasting harm. The portals lead a person through the step-up and back by themselves.
"""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import OnHold, StepUpNeeded
from services.identity.domain.step_up import fresh_until
from services.identity.store import login_sessions, people


def ensure_stepped_up(work: Work) -> None:
    """The caller gave a second factor in this session within ten minutes. Raises StepUpNeeded.

    A machine's key has no session, so it never passes.
    """
    held = login_sessions.current(work.session, work.actor.user_id, work.actor.session_id, work.now)
    if held is None or work.now >= fresh_until(held.opened_at, held.stepped_up_at):
        raise StepUpNeeded


def ensure_not_on_hold(work: Work) -> None:
    """The caller's mobile has been theirs for a day. Raises OnHold with `until`."""
    until = people.by_id(work.session, work.actor.user_id).held_until
    if until is not None and work.now < until:
        raise OnHold(until=until.isoformat())
