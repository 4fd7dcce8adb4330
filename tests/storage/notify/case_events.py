"""What cases and documents tell, with sensible facts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.deficiencies import ItemView
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.identity.contract.events.firms import FirmApproved, FirmRegistered
from services.identity.contract.types.firms import FirmEmails

E = TypeVar("E", bound=CaseEvent)
CASE, NUMBER = "01a20abc84f372f9acea2a3af4be24ee", "VA-2026-000123"
FIRM_EMAIL = "post@muffe.example"
TITLE = {"nb": "Rørleggermelding", "nn": "Røyrleggjarmelding", "en": "Plumber's notice"}
ITEMS = [
    ItemView(item_id="i1", number=1, state="open", text="Situasjonsplan mangler"),
    ItemView(item_id="i2", number=2, state="open", text="Oppgi\nrørdimensjon"),
]
FIRM: dict[str, Any] = {
    "firm_id": "muffe",
    "orgnr": "311153056",
    "name": "Muffe & Sønn AS",
    "emails": FirmEmails(post=FIRM_EMAIL),
    "language": "nn",
    "professions": ["rorlegger"],
}


def happened(kind: type[E], **own: Any) -> E:
    """Something happened to Nora's case."""
    facts: dict[str, Any] = {
        "case_id": CASE,
        "revision": 5,
        "number": NUMBER,
        "type": "TYPE",
        "type_title": TITLE,
        "title": "Storgata 1",
        "status": "in_progress",
        "ball": "utility",
        "firm": FirmRef(firm_id="muffe", name="Muffe & Sønn AS", orgnr="311153056"),
        "contact": PersonRef(person_id="nora", name="Nora Muffe"),
        "caseworker": PersonRef(person_id="sara", name="Sara Sak"),
        "place": "Storgata 1",
    }
    return kind(**{**facts, **own})


def registered(revision: int = 1) -> FirmRegistered:
    """The firm waits."""
    return FirmRegistered(revision=revision, municipality="Eksempel", **FIRM)


def approved(revision: int = 2, **own: Any) -> FirmApproved:
    """The firm is let in."""
    return FirmApproved(revision=revision, **{**FIRM, **own})


def local(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
