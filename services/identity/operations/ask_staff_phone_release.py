"""An administrator asks another to release a lost phone of the staff."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.contract.events.standing import PhoneReleaseAsked
from services.identity.contract.operations.staff import AskStaffPhoneRelease
from services.identity.contract.types.users import PhoneReleaseRow
from services.identity.domain.administering import RELEASE, ensure_somebody_else
from services.identity.model import PhoneRelease
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.standing import post_to_change
from services.identity.views.users import release_row


def ask_staff_phone_release(request: AskStaffPhoneRelease, work: Work) -> PhoneReleaseRow:
    """How the person was recognised is written down; they are told at once, by mail and phone.

    Nothing changes until another administrator confirms. Raises NotForYou, StepUpNeeded, OnHold,
    UserNotFound, OwnAccount.
    """
    post = post_to_change(work, request.person_id)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    ensure_somebody_else(work.actor, request.person_id)
    release = PhoneRelease(
        release_id=ids.new_id(),
        person_id=request.person_id,
        utility=work.actor.utility,
        asked_by=work.actor.user_id,
        asker_name=work.actor.name,
        checked=request.checked,
        asked_at=work.now,
        expires_at=work.now + RELEASE,
    )
    work.session.add(release)
    work.emit(
        PhoneReleaseAsked.model_validate(
            {
                "person_id": request.person_id,
                "release_id": release.release_id,
                "email": post.person.email,
                "mobile": post.person.mobile,
                "checked": request.checked,
                "language": post.person.language,
            }
        )
    )
    return release_row(release, post.person.name, work.actor.user_id)
