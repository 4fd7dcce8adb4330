"""A caseworker asks for what is missing: the deficiency letter."""

from __future__ import annotations

from services.cases.contract.events import InformationRequested
from services.chassis.db.work import Work
from services.documents.domain.letter_content import DeficiencyContent, common
from services.documents.store import cases, letters


def on_information_requested(event: InformationRequested, work: Work) -> None:
    """Order the letter once; it is dated when the caseworker asked."""
    case = cases.follow(work.session, event, work.actor.utility)
    asked_at = work.cause.at if work.cause else work.now
    deficiency = DeficiencyContent.model_validate(
        {
            **common(event, asked_at, case.contact),
            "letter": event.letter,
            "severity": event.severity,
            "due_at": event.due_at,
            "items": [item.model_dump(include={"number", "code", "text"}) for item in event.items],
        }
    )
    letters.order(work.session, case, "deficiency", event.revision, deficiency, at=work.now)
