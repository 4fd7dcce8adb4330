"""Somebody looks at who is in the firm, or in the utility's firms."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.users import ListUsers
from services.identity.contract.types.users import UserPage
from services.identity.domain import administering, cursors
from services.identity.store import users
from services.identity.views.users import next_words, user_row


def list_users(request: ListUsers, work: Work) -> UserPage:
    """By name. A firm's administrator sees the own firm whatever is asked for. Raises NotForYou."""
    actor = work.actor
    administering.ensure_may_read_users(actor)
    wanted = users.Wanted(
        q=request.q,
        firm_id=actor.firm_id if actor.audience == "contractor" else request.firm_id,
        person_id=request.person_id,
        role=request.role,
        state=request.state,
    )
    found = users.page(
        work.session,
        actor.utility,
        wanted,
        after=cursors.read_words(request.cursor, 3),
        limit=request.limit + 1,
    )
    shown = found[: request.limit]
    last = next_words(shown, more=len(found) > len(shown))
    return UserPage(
        items=[user_row(place) for place in shown],
        next=cursors.write_words(*last) if last else None,
    )
