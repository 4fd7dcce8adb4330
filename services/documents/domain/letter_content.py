"""What a letter says, fixed when its event was heard; pure."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import ClientView, FirmRef, ZoneView
from services.cases.contract.types.words import Outcome, Severity, Texts


class LetterContent(BaseModel):
    """Common to every letter; kept as JSON with the job and read tolerantly."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    dated: datetime
    number: str
    type_title: Texts
    title: str
    place: str
    firm: FirmRef
    attention: str = ""
    """Who acts for the firm."""
    handled_by: str = ""
    """The caseworker."""
    signed_by: str = ""
    """Who decided; where nobody did, the caseworker stands under the letter."""
    contact: ZoneView | None = None
    client: ClientView | None = None
    """Whom the case is for, when that is another than the firm."""


class ReceiptContent(LetterContent):
    """The case was received."""

    expected_by: datetime | None
    summary: list[tuple[Texts, str]]


class MissingPoint(BaseModel):
    """One thing the utility asks for."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    number: int
    code: str
    text: str


class DeficiencyContent(LetterContent):
    """Something is missing."""

    letter: int
    severity: Severity
    due_at: datetime
    items: list[MissingPoint]


class DecisionContent(LetterContent):
    """The utility decided."""

    outcome: Outcome
    conditions: list[str]
    text: str
    appeal_until: datetime | None
    appeal_weeks: int | None = None
    """None: what the act gives."""
    appeal_body: Texts | None = None


class StatementContent(LetterContent):
    """The utility gave its preliminary statement."""

    conditions: list[str]
    text: str


class ClosingContent(LetterContent):
    """The case was closed because the deficiency letter was not followed up."""

    asked_at: datetime
    due_at: datetime
    reason: str


class InterimContent(LetterContent):
    """No answer within a month (forvaltningsloven section 11 a)."""

    received_at: datetime
    expected_by: datetime | None


FirmDecision = Literal["approved", "rejected", "suspended", "lifted"]


class FirmDecisionContent(LetterContent):
    """The utility decided about a firm; no case is behind it."""

    decision: FirmDecision
    words: str
    """The registrar's reason, or note."""


def common(
    event: CaseEvent, dated: datetime, contact: dict[str, object] | None
) -> dict[str, object]:
    """The fields every letter takes from the event that caused it."""
    return {
        "dated": dated,
        "number": event.number or "",
        "type_title": event.type_title,
        "title": event.title,
        "place": event.place,
        "firm": event.firm,
        "attention": event.contact.name if event.contact else "",
        "handled_by": event.caseworker.name if event.caseworker else "",
        "contact": contact,
    }
