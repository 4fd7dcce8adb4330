"""The utility's overdue list: letters nobody has answered in time."""

from __future__ import annotations

from services.cases.contract.operations.deficiencies import ListUnanswered
from services.cases.contract.types.deficiencies import UnansweredLetters
from services.cases.store import access, unanswered
from services.chassis.db.work import Work


def list_unanswered(request: ListUnanswered, work: Work) -> UnansweredLetters:
    """With what may be closed now, and from when the others. Raises RoleMissing."""
    access.ensure(work.actor, *access.STAFF_READERS)
    return UnansweredLetters(items=unanswered.listed(work, request.limit))
