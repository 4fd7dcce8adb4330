"""An administrator lets somebody act for the firm again."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.users import UnlockUser
from services.identity.contract.types.users import UserRow
from services.identity.steps.standing import place_to_change, tell_place
from services.identity.views.users import user_row


def unlock_user(request: UnlockUser, work: Work) -> UserRow:
    """An account that rested for want of use is opened too. Raises NotForYou, UserNotFound."""
    place = place_to_change(work, request.person_id, request.firm_id)
    person = place.person
    if place.membership.locked_at is not None or person.rested_at is not None:
        place.membership.locked_at = None
        person.active = person.erased_at is None
        person.rested_at = person.warned_at = None
        person.seen_at = work.now
        tell_place(work, place, "unlocked")
    return user_row(place)
