"""An administrator gives somebody of the staff other roles."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.staff import ChangeStaffRoles
from services.identity.contract.types.users import StaffRow
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.standing import (
    ensure_utility_is_administered,
    post_to_change,
    tell_post,
    withdraw_invitations,
)
from services.identity.views.users import staff_row


def change_staff_roles(request: ChangeStaffRoles, work: Work) -> StaffRow:
    """From the next check of their sessions on; nothing is told when nothing changes.

    Raises NotForYou, StepUpNeeded, OnHold, UserNotFound, LastAdministrator.
    """
    post = post_to_change(work, request.person_id)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    before, roles = list(post.staff.roles), sorted(set(request.roles))
    if sorted(before) != roles:
        post.staff.roles = roles
        ensure_utility_is_administered(work, post, before=before)
        if "administrator" in before and "administrator" not in roles:
            withdraw_invitations(work, post.person, None, post.staff.utility)
        tell_post(work, post, "roles")
    return staff_row(post)
