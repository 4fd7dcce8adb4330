"""Closing a case whose deficiency letter nobody answered: one, or each of many."""

from __future__ import annotations

from services.cases.domain.situation import Situation
from services.cases.model import Case, Letter
from services.cases.store import letters, moves
from services.chassis.db.work import Work


def closed(work: Work, case: Case, now: Situation, reason: str) -> Letter | None:
    """The letter that was not followed up. Raises what the move refuses with."""
    letter = letters.open_letter(work.session, case)
    facts = {"letter": letter.number if letter else 0, "reason": reason}
    moves.follow(work, case, now, "close_unanswered", facts=facts)
    letters.close(work.session, case, work.now)
    case.due_at = case.interim_due_at = None
    return letter
