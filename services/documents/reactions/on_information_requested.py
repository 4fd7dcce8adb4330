"""The utility asks for what is missing: the deficiency letter."""

from __future__ import annotations

from services.cases.contract.events.deficiencies import InformationRequested
from services.cases.contract.types.deficiencies import ItemView
from services.chassis.db.work import Work
from services.documents.domain.letter_content import DeficiencyContent, common
from services.documents.store import cases, letters


def on_information_requested(event: InformationRequested, work: Work) -> None:
    """Order the letter once; it is dated when the utility asked and lists what is open.

    An item that joins a letter later comes as a new event, and the letter goes out anew.
    """
    case = cases.follow(work.session, event, work.actor.utility)
    asked_at = work.cause.at if work.cause else work.now
    deficiency = DeficiencyContent.model_validate(
        {
            **common(event, asked_at, case.contact),
            "letter": event.letter,
            "severity": event.severity,
            "due_at": event.due_at,
            "items": [_point(item) for item in event.items if item.state == "open"],
        }
    )
    letters.order(work.session, case, "deficiency", event.revision, deficiency, at=work.now)


def _point(item: ItemView) -> dict[str, object]:
    return item.model_dump(include={"number", "code", "text"})
