"""An administrator ends somebody's post at the utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.staff import RemoveStaff
from services.identity.domain.administering import ensure_somebody_else
from services.identity.steps.leaving import take_from_post
from services.identity.steps.standing import post_to_change


def remove_staff(request: RemoveStaff, work: Work) -> Nothing:
    """Their sessions end; the account stays. Raises NotForYou, UserNotFound, OwnAccount,
    LastAdministrator.
    """
    post = post_to_change(work, request.person_id)
    ensure_somebody_else(work.actor, request.person_id)
    take_from_post(work, post, "removed")
    return Nothing()
