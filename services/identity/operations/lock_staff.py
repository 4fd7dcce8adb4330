"""An administrator keeps somebody from working at the utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.staff import LockStaff
from services.identity.contract.types.users import StaffRow
from services.identity.domain.administering import ensure_somebody_else
from services.identity.steps.standing import (
    end_everywhere,
    ensure_utility_is_administered,
    post_to_change,
    tell_post,
    withdraw_invitations,
)
from services.identity.views.users import staff_row


def lock_staff(request: LockStaff, work: Work) -> StaffRow:
    """At once and everywhere: sessions end, logins under way get no further.

    Raises NotForYou, UserNotFound, OwnAccount, LastAdministrator.
    """
    post = post_to_change(work, request.person_id)
    ensure_somebody_else(work.actor, request.person_id)
    if post.staff.locked_at is None:
        before = list(post.staff.roles)
        post.staff.locked_at = work.now
        ensure_utility_is_administered(work, post, before=before)
        end_everywhere(work, post.person, "locked")
        withdraw_invitations(work, post.person, None, post.staff.utility)
        tell_post(work, post, "locked")
    return staff_row(post)
