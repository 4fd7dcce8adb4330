"""Administrators and auditors look at who works at the utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.staff import ListStaff
from services.identity.contract.types.users import StaffPage
from services.identity.domain import administering, cursors
from services.identity.store import staff
from services.identity.views.users import next_words, staff_row


def list_staff(request: ListStaff, work: Work) -> StaffPage:
    """By name. Raises NotForYou."""
    administering.ensure_may_read_staff(work.actor)
    wanted = staff.Wanted(
        q=request.q, person_id=request.person_id, role=request.role, state=request.state
    )
    found = staff.page(
        work.session,
        work.actor.utility,
        wanted,
        after=cursors.read_words(request.cursor, 2),
        limit=request.limit + 1,
    )
    shown = found[: request.limit]
    last = next_words(shown, more=len(found) > len(shown))
    return StaffPage(
        items=[staff_row(post) for post in shown],
        next=cursors.write_words(*last) if last else None,
    )
