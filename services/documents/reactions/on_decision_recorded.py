"""The utility decided: the letter of the decision."""

from __future__ import annotations

from services.cases.contract.events.decisions import DecisionRecorded
from services.chassis.db.work import Work
from services.documents.domain.letter_content import DecisionContent, common
from services.documents.store import cases, letters


def on_decision_recorded(event: DecisionRecorded, work: Work) -> None:
    """Order the letter once; who decided stands under it."""
    case = cases.follow(work.session, event, work.actor.utility)
    decision = DecisionContent.model_validate(
        {
            **common(event, event.decided_at, case.contact),
            "signed_by": event.decided_by.name,
            "outcome": event.outcome,
            "conditions": event.conditions,
            "text": event.text,
            "appeal_until": event.appeal_until,
            "appeal_weeks": event.appeal_weeks,
            "client": event.client,
            "appeal_body": event.appeal_body,
        }
    )
    letters.order(work.session, case, "decision", event.revision, decision, at=work.now)
