"""Somebody proves their new number."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.mobile import ConfirmMobileChange
from services.identity.steps.guarding import ensure_stepped_up
from services.identity.steps.new_mobile import take_mobile
from services.identity.steps.secured import end_others
from services.identity.steps.verify_code import codes_of, verify_code
from services.identity.store import mobile_changes, people


def confirm_mobile_change(request: ConfirmMobileChange, work: Work) -> Nothing:
    """Codes go to the new number; the old one and the mailbox are told, other sessions end.

    Raises StepUpNeeded, CodeExpired, WrongCode, TooManyTries.
    """
    ensure_stepped_up(work)
    person_id = work.actor.user_id
    change = mobile_changes.under_way(work.session, person_id, work.now)
    verify_code(work, "mobile", change.change_id, codes_of(person_id), request.code)
    person = people.locked(work.session, person_id)
    take_mobile(work, person, change.mobile, work.actor.utility)
    mobile_changes.end(work.session, person_id)
    end_others(work, person, keep=work.actor.session_id)
    return Nothing()
