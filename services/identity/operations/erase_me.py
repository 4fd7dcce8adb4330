"""Somebody deletes their account for good."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.privacy import EraseMe
from services.identity.steps.erasing import erase_person
from services.identity.steps.guarding import ensure_not_on_hold, ensure_stepped_up
from services.identity.steps.leaving import leave_every_place
from services.identity.store import people


def erase_me(request: EraseMe, work: Work) -> Nothing:
    """Every place is left first, so that no firm and no utility loses its last administrator.

    Raises StepUpNeeded, OnHold, LastAdministrator.
    """
    del request
    ensure_stepped_up(work)
    ensure_not_on_hold(work)
    leave_every_place(work, work.actor.user_id)
    erase_person(work, people.locked(work.session, work.actor.user_id), work.actor.utility)
    return Nothing()
