"""Deficiency letters."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import (
    Answer,
    ClosingReport,
    DeficiencyStatistics,
    MissingItem,
    Submissions,
    UnansweredLetters,
)
from services.cases.contract.types.words import Severity
from services.chassis.messages import Command, Query


class RequestInformation(Command[CaseView]):
    """A deficiency letter (mangelbrev); a minor lack pauses the clock, a major one resets it."""

    case_id: str
    missing: list[MissingItem] = Field(min_length=1, max_length=30)
    due_on: date | None = None
    """The last day; the deadline is the midnight after it. Refuses DateInThePast.

    None: what the type gives, three weeks as a rule.
    """
    severity: Severity = "minor"


class PrepareLetter(Command[CaseView]):
    """Write on a letter that is not sent yet; it replaces what was written before.

    Without items it is thrown away.
    """

    case_id: str
    missing: list[MissingItem] = Field(default=[], max_length=30)
    due_on: date | None = None
    severity: Severity = "minor"


class SendLetter(Command[CaseView]):
    """Send the prepared letter, every item in one. Refuses NothingPrepared."""

    case_id: str


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


class CloseUnansweredCases(Command[ClosingReport]):
    """Close those of the chosen cases that may be closed; one that may not stops no other.

    `dry_run` tells what would happen and changes nothing.
    """

    case_ids: list[Annotated[str, Field(max_length=100)]] = Field(min_length=1, max_length=100)
    reason: str = Field(min_length=3, max_length=2000)
    dry_run: bool = False
    seconds: ClassVar[float] = 30.0


class ListUnanswered(Query[UnansweredLetters]):
    """Deficiency letters whose time is over (staff)."""

    limit: int = Field(default=100, ge=1, le=100)


class GetSubmissions(Query[Submissions]):
    """Every version of what was sent in, with what changed field by field and file by file."""

    case_id: str


class GetDeficiencyStatistics(Query[DeficiencyStatistics]):
    """What is asked for, and why, per type and form step (staff)."""

    since: date | None = None
    """None: a year back."""
    until: date | None = None
    type: str = Field(default="", max_length=40)
