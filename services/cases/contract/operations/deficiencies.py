"""Deficiency letters."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.contract.types.words import Severity
from services.chassis.messages import Command


class RequestInformation(Command[CaseView]):
    """A deficiency letter (mangelbrev); a minor lack pauses the clock, a major one resets it."""

    case_id: str
    missing: list[MissingItem] = Field(min_length=1, max_length=30)
    due_on: date
    """The last day; the deadline is the midnight after it. Refuses DateInThePast."""
    severity: Severity = "minor"


class SupplementCase(Command[CaseView]):
    """The firm answers items, or sends something of its own accord, or both. Refuses IntakeFrozen.

    Items left open keep the ball with the firm.
    """

    case_id: str
    answers: list[Answer] = Field(default=[], max_length=30)
    text: str = Field(default="", max_length=4000)
    """What is sent of its own accord."""
    document_ids: list[str] = Field(default=[], max_length=20)


class AcceptSupplement(Command[CaseView]):
    """The caseworker is satisfied; the clock goes on."""

    case_id: str


class CloseUnanswered(Command[CaseView]):
    """Close a case whose letter was not followed up; refuses ClosingNotAnnounced."""

    case_id: str
    reason: str = Field(min_length=3, max_length=2000)
