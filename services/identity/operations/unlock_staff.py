"""An administrator lets somebody work at the utility again."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.staff import UnlockStaff
from services.identity.contract.types.users import StaffRow
from services.identity.steps.standing import post_to_change, tell_post
from services.identity.views.users import staff_row


def unlock_staff(request: UnlockStaff, work: Work) -> StaffRow:
    """An account that rested for want of use is opened too. Raises NotForYou, UserNotFound."""
    post = post_to_change(work, request.person_id)
    person = post.person
    if post.staff.locked_at is not None or person.rested_at is not None:
        post.staff.locked_at = None
        person.active = person.erased_at is None
        person.rested_at = person.warned_at = None
        person.seen_at = work.now
        tell_post(work, post, "unlocked")
    return staff_row(post)
