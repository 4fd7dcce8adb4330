"""Tells a side of messages it has not read, once for all that came in a while."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.dialogue import MessagesWaiting
from services.cases.store import dialogue, untold
from services.chassis.db.work import Work


def tell_of_messages(work: Work) -> int:
    """What was read in the meantime is not told."""
    due = untold.due(work.session, work.now)
    for waiting, case in due:
        count = dialogue.unread_by(work.session, case, waiting.side)
        if count:
            told = events.of_case(MessagesWaiting, case, to=waiting.side, count=count)
            work.emit(told, utility=case.utility)
        work.session.delete(waiting)
    return len(due)
