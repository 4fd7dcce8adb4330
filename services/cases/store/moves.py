"""The only way to change a case's status: case, history and clock in one write."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.cases.domain import lifecycle
from services.cases.domain.situation import Situation
from services.cases.domain.transitions import Transition
from services.cases.model import Case, CaseHistory
from services.cases.store import clocks
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def follow(
    work: Work,
    case: Case,
    now: Situation,
    action: str,
    *,
    leads: str = "",
    facts: dict[str, Any] | None = None,
) -> Transition:
    """Make the move, if the guards let the actor.

    Raises ActionNotOpen, or what the first closed guard refuses with. The database holds to it: a
    status without its entry in the history does not commit.
    """
    move = lifecycle.choose(now, action, leads)
    case.status = move.target or case.status
    _enter(work, case, action, facts or {}, by=now.actor, internal=move.internal)
    clocks.turn(work.session, case, move.clock, work.now)
    return move


def begin(work: Work, case: Case) -> None:
    """A new draft's first entry."""
    work.session.add(case)
    work.session.flush()
    _enter(work, case, "create", {}, by=work.actor)


def note(work: Work, case: Case, action: str, facts: dict[str, Any]) -> None:
    """An entry without a move: something happened that the timeline shows."""
    _enter(work, case, action, facts, by=work.actor)


def mark_news(case: Case, by: Actor, at: datetime) -> None:
    """The other side has something to look at; the system speaks for the utility."""
    if by.audience == "contractor":
        case.utility_news_at = at
    else:
        case.firm_news_at = at


def _enter(
    work: Work,
    case: Case,
    action: str,
    facts: dict[str, Any],
    *,
    by: Actor,
    internal: bool = False,
) -> None:
    case.moves += 1
    case.version += 1
    case.updated_at = work.now
    case.ball = lifecycle.ball(case.lifecycle, case.status)
    if action != "receive":
        mark_news(case, by, work.now)
    work.session.add(
        CaseHistory(
            case_id=case.id,
            sequence=case.moves,
            at=work.now,
            action=action,
            status=case.status,
            by_audience=by.audience,
            by_id=by.user_id,
            by_name=by.name,
            internal=internal,
            facts=facts,
        )
    )
