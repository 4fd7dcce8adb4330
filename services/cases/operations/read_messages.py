"""Somebody has read the messages of a case."""

from __future__ import annotations

from services.cases.contract.operations.dialogue import ReadMessages
from services.cases.store import cases, dialogue, untold
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def read_messages(request: ReadMessages, work: Work) -> Nothing:
    """A mark for each; when nothing is left unread on their side, nobody there need be told.

    Raises CaseNotFound.
    """
    case = cases.found(work, request.case_id)
    side = dialogue.side_of(work.actor)
    if dialogue.mark_read(work, case, request.up_to) and not dialogue.unread_by(
        work.session, case, side
    ):
        untold.forget(work.session, case, side)
    return Nothing()
