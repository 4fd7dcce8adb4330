"""The utility answered a request for a preliminary statement: the letter with the answer."""

from __future__ import annotations

from services.cases.contract.events.decisions import StatementGiven
from services.chassis.db.work import Work
from services.documents.domain.letter_content import StatementContent, common
from services.documents.store import cases, letters


def on_statement_given(event: StatementGiven, work: Work) -> None:
    """Order the letter once; who gave the statement stands under it."""
    case = cases.follow(work.session, event, work.actor.utility)
    statement = StatementContent.model_validate(
        {
            **common(event, event.given_at, case.contact),
            "signed_by": event.given_by.name,
            "conditions": event.conditions,
            "text": event.text,
            "client": event.client,
        }
    )
    letters.order(work.session, case, "statement", event.revision, statement, at=work.now)
