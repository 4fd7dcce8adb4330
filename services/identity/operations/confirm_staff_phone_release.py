"""A second administrator releases a lost phone of the staff."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.staff import ConfirmStaffPhoneRelease
from services.identity.domain import access
from services.identity.domain.administering import ensure_somebody_else
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.lost_phone import release_phone
from services.identity.steps.standing import post_to_change
from services.identity.store import phone_releases


def confirm_staff_phone_release(request: ConfirmStaffPhoneRelease, work: Work) -> Nothing:
    """Two people have looked: the old mobile counts no longer.

    Raises NotForYou, StepUpNeeded, OnHold, ReleaseNotFound, OwnAccount for the one who asked and
    the one it is about, and UserNotFound when the post has ended meanwhile.
    """
    access.ensure_administrator(work.actor)
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    release = phone_releases.locked(work.session, request.release_id, work.actor.utility, work.now)
    ensure_somebody_else(work.actor, release.asked_by, release.person_id)
    post = post_to_change(work, release.person_id)
    release.confirmed_by, release.confirmed_at = work.actor.user_id, work.now
    release_phone(work, post.person, release.checked)
    return Nothing()
