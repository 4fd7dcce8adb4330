"""What an event says of a case, kept and put into words."""

from __future__ import annotations

from collections.abc import Mapping

from services.cases.contract.events.case_event import CaseEvent
from services.chassis.db.work import Work
from services.chassis.i18n import Language, as_language
from services.notify.model import CaseParty
from services.notify.store import contacts

NO_NUMBER = "–"


def hear_case(work: Work, event: CaseEvent) -> None:
    """Remember who is on the case, for events that name only the case."""
    contacts.hear(
        work.session,
        CaseParty,
        case_id=event.case_id,
        utility=work.actor.utility,
        revision=event.revision,
        number=event.number,
        type_title=event.type_title,
        place=event.place,
        firm_id=event.firm.firm_id,
        contact_id=event.contact.person_id if event.contact else None,
        caseworker_id=event.caseworker.person_id if event.caseworker else None,
        status=event.status,
    )


def case_values(event: CaseEvent, language: str) -> dict[str, str]:
    """Number, type and place, which every message about a case names."""
    return {
        "number": event.number or NO_NUMBER,
        "type": in_language(event.type_title, language),
        "place": event.place or NO_NUMBER,
    }


def in_language(texts: Mapping[Language, str], language: str) -> str:
    """The text in the reader's language, else in bokmål, which is always written."""
    return texts.get(as_language(language)) or texts["nb"]
