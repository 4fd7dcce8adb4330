"""An administrator keeps somebody from acting for the firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.users import LockUser
from services.identity.contract.types.users import UserRow
from services.identity.domain.administering import ensure_somebody_else
from services.identity.steps.standing import (
    end_everywhere,
    ensure_firm_is_administered,
    place_to_change,
    tell_place,
    withdraw_invitations,
)
from services.identity.views.users import user_row


def lock_user(request: LockUser, work: Work) -> UserRow:
    """At once and everywhere: sessions end, logins under way get no further.

    The utility may lock a firm's last administrator, the firm may not. Raises NotForYou,
    UserNotFound, OwnAccount, LastAdministrator.
    """
    place = place_to_change(work, request.person_id, request.firm_id)
    ensure_somebody_else(work.actor, request.person_id)
    if place.membership.locked_at is None:
        before = list(place.membership.roles)
        place.membership.locked_at = work.now
        if work.actor.audience == "contractor":
            ensure_firm_is_administered(work, place, before=before)
        end_everywhere(work, place.person, "locked")
        withdraw_invitations(work, place.person, place.firm.firm_id, place.firm.utility)
        tell_place(work, place, "locked")
    return user_row(place)
