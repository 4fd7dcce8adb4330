"""An administrator helps somebody of a firm who lost their phone."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import InOtherFirms, TwoPersonsNeeded
from services.identity.contract.operations.users import ReleasePhone
from services.identity.contract.types.users import UserRow
from services.identity.domain.administering import ensure_somebody_else
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.lost_phone import release_phone as released
from services.identity.steps.standing import place_to_change
from services.identity.store import staff, users
from services.identity.views.users import user_row


def release_phone(request: ReleasePhone, work: Work) -> UserRow:
    """After a check that is written down, the old mobile counts no longer.

    Somebody who is staff as well is not helped on one person's word, or a firm could open the way
    to the operator portal; nor somebody of other firms by one of them, or whoever has invited a
    person could take the second factor of all their firms away. Raises NotForYou, StepUpNeeded,
    OnHold, UserNotFound, OwnAccount, TwoPersonsNeeded, InOtherFirms.
    """
    place = place_to_change(work, request.person_id, request.firm_id)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    ensure_somebody_else(work.actor, request.person_id)
    if staff.has_post(work.session, request.person_id):
        raise TwoPersonsNeeded
    if work.actor.audience == "contractor":
        places = users.places_of(work.session, request.person_id)
        if {firm_id for firm_id, _ in places} - {work.actor.firm_id}:
            raise InOtherFirms
    released(work, place.person, request.checked)
    return user_row(place)
