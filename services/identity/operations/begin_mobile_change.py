"""Somebody has a new number."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.mobile import BeginMobileChange
from services.identity.steps import limits
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.store import mobile_changes, people


def begin_mobile_change(request: BeginMobileChange, work: Work) -> Nothing:
    """Nothing changes before the code sent to the new number has come back.

    Raises StepUpNeeded, OnHold, TooManySends.
    """
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    person = people.locked(work.session, work.actor.user_id)
    limits.claim_new_number(work, person.person_id)
    change_id = mobile_changes.begin(work.session, person.person_id, request.mobile, work.now)
    to = CodeTo.of_person(person, "mobile", change_id, request.mobile, work.actor.utility)
    send_code(work, to)
    return Nothing()
