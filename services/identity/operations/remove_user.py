"""An administrator takes somebody out of the firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.users import RemoveUser
from services.identity.domain.administering import ensure_somebody_else
from services.identity.steps.leaving import take_out_of_firm
from services.identity.steps.standing import place_to_change


def remove_user(request: RemoveUser, work: Work) -> Nothing:
    """Their sessions end; the account stays, for other firms and for what it has signed.

    Raises NotForYou, UserNotFound, OwnAccount (one leaves oneself), LastAdministrator.
    """
    place = place_to_change(work, request.person_id, request.firm_id)
    ensure_somebody_else(work.actor, request.person_id)
    take_out_of_firm(work, place, "removed")
    return Nothing()
