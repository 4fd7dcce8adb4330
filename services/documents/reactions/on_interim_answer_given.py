"""No answer within a month: the letter that says when to expect it."""

from __future__ import annotations

from services.cases.contract.events.waiting import InterimAnswerGiven
from services.chassis.db.work import Work
from services.documents.domain.letter_content import InterimContent, common
from services.documents.store import cases, letters


def on_interim_answer_given(event: InterimAnswerGiven, work: Work) -> None:
    """Order the letter once."""
    case = cases.follow(work.session, event, work.actor.utility)
    interim = InterimContent.model_validate(
        {
            **common(event, event.given_at, case.contact),
            "received_at": event.received_at,
            "expected_by": event.expected_by,
        }
    )
    letters.order(work.session, case, "interim", event.revision, interim, at=work.now)
