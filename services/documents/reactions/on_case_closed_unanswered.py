"""The utility closed a case nobody answered: the letter that says so."""

from __future__ import annotations

from services.cases.contract.events.endings import CaseClosedUnanswered
from services.chassis.db.work import Work
from services.documents.domain.letter_content import ClosingContent, common
from services.documents.store import cases, letters


def on_case_closed_unanswered(event: CaseClosedUnanswered, work: Work) -> None:
    """Order the letter once: what was asked, until when, and that a new application is needed."""
    case = cases.follow(work.session, event, work.actor.utility)
    closing = ClosingContent.model_validate(
        {
            **common(event, event.closed_at, case.contact),
            "asked_at": event.asked_at,
            "due_at": event.due_at,
            "reason": event.reason,
        }
    )
    letters.order(work.session, case, "closing", event.revision, closing, at=work.now)
