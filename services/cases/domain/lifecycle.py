"""Reading the lifecycle tables: which move, which buttons, whose turn."""

from __future__ import annotations

from services.cases.contract.errors import ActionNotOpen
from services.cases.contract.types.case import ActionView
from services.cases.contract.types.words import Ball, Status
from services.cases.domain.guards import first_closed
from services.cases.domain.situation import Situation
from services.cases.domain.transitions import LIFECYCLES, By, LifecycleName, Transition

AUDIENCES: dict[str, By] = {"contractor": "firm", "operator": "staff", "system": "system"}
BALLS: dict[By, Ball] = {"firm": "firm", "staff": "utility", "system": "utility"}


def choose(now: Situation, action: str, leads: str = "") -> Transition:
    """The one move this is.

    Raises ActionNotOpen when the status has no such move for the actor's side, else what the first
    closed guard refuses with.
    """
    for move in _open_to(now):
        if (move.action, move.leads) == (action, leads):
            closed = first_closed(move.guards, now)
            if closed:
                raise closed[1]
            return move
    raise ActionNotOpen(action=action, status=now.status, reason="status")


def is_open(now: Situation, action: str) -> bool:
    """True when the actor's side has the action from here; guards are not asked."""
    return any(move.action == action for move in _open_to(now))


def ensure_open(now: Situation, action: str) -> None:
    """Raise what `choose` would, before it is known where the action leads."""
    moves = [move for move in _open_to(now) if move.action == action]
    choose(now, action, moves[0].leads if moves else "")


def actions_open_to(now: Situation) -> list[ActionView]:
    """Each action the actor's side has from here, open or with the reason why not."""
    actions: dict[str, ActionView] = {}
    for move in _open_to(now):
        closed = first_closed(move.guards, now)
        if move.action not in actions or closed is None:
            actions[move.action] = ActionView(
                name=move.action, enabled=closed is None, reason=closed[0] if closed else None
            )
    return list(actions.values())


def ball(lifecycle: LifecycleName, status: Status) -> Ball:
    """Whose move others wait for; nobody's when the case has come to its end."""
    for move in LIFECYCLES[lifecycle]:
        if status in move.sources and not move.side:
            return BALLS[move.by]
    return "nobody"


def statuses(lifecycle: LifecycleName) -> set[Status]:
    """Every status a case can be in."""
    moves = LIFECYCLES[lifecycle]
    targets = {move.target for move in moves if move.target is not None}
    return targets | {status for move in moves for status in move.sources}


def terminal(lifecycle: LifecycleName) -> set[Status]:
    """The statuses in which nobody waits for anything; only side ways may leave them."""
    return {status for status in statuses(lifecycle) if ball(lifecycle, status) == "nobody"}


def with_ball(whose: Ball) -> set[Status]:
    """The statuses in which it is theirs; the same in every lifecycle."""
    return {
        status
        for lifecycle in LIFECYCLES
        for status in statuses(lifecycle)
        if ball(lifecycle, status) == whose
    }


def _open_to(now: Situation) -> list[Transition]:
    side = AUDIENCES.get(now.actor.audience)
    return [
        move for move in LIFECYCLES[now.lifecycle] if move.by == side and now.status in move.sources
    ]
