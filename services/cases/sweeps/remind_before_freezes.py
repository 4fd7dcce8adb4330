"""Reminds firms with an unanswered letter before supplements are stopped for a while (R67)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.exemptions import FreezeComesUp
from services.cases.store import freeze_reminders, moves
from services.chassis.db.work import Work


def remind_before_freezes(work: Work) -> int:
    """Once for each letter and freeze; who has answered by then is left alone."""
    due = freeze_reminders.due(work.session, work.now)
    for window, letter, case in due:
        freeze_reminders.keep(work.session, window, letter, work.now)
        facts = {"letter": letter.number, "starts_at": window.starts_at.isoformat()}
        moves.note(work, case, "remind_before_freeze", facts)
        told = events.of_case(
            FreezeComesUp,
            case,
            freeze_id=window.id,
            starts_at=window.starts_at,
            ends_at=window.ends_at,
            letter=letter.number,
            due_at=letter.due_at,
        )
        work.emit(told, utility=case.utility)
    return len(due)
