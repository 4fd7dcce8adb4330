"""An administrator gives somebody other roles in the firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.users import ChangeUserRoles
from services.identity.contract.types.users import UserRow
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.standing import (
    ensure_firm_is_administered,
    place_to_change,
    tell_place,
    withdraw_invitations,
)
from services.identity.views.users import user_row


def change_user_roles(request: ChangeUserRoles, work: Work) -> UserRow:
    """From the next check of their sessions on; nothing is told when nothing changes.

    Raises NotForYou, StepUpNeeded, OnHold, UserNotFound, LastAdministrator.
    """
    place = place_to_change(work, request.person_id, request.firm_id)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    before, roles = list(place.membership.roles), sorted(set(request.roles))
    if sorted(before) != roles:
        place.membership.roles = roles
        ensure_firm_is_administered(work, place, before=before)
        if "firm_admin" in before and "firm_admin" not in roles:
            withdraw_invitations(work, place.person, place.firm.firm_id, place.firm.utility)
        tell_place(work, place, "roles")
    return user_row(place)
