"""Deficiency letters and their answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from services.cases.contract.types.parties import FirmRef, PersonRef
from services.cases.contract.types.words import DeficiencyReason, Severity, Texts
from services.chassis.messages import Message


class MissingItem(Message):
    """Something the utility asks for."""

    code: Literal[
        "missing_document", "replace_document", "correct_field", "clarify", "fee", "other"
    ] = "other"
    reason: DeficiencyReason = "other"
    """Why it is asked for; counted, so that a form step that is misunderstood is seen."""
    text: str = Field(min_length=3, max_length=2000)
    target: str = ""
    """Field name or document id it is aimed at."""


class ItemView(MissingItem):
    """A missing item with its answer."""

    item_id: str
    number: int
    state: Literal["open", "answered", "accepted", "cancelled"]
    answer: str = ""
    document_ids: list[str] = []
    answered_at: datetime | None = None


class DeficiencyView(Message):
    """A deficiency letter (mangelbrev)."""

    number: int
    severity: Severity
    sent_at: datetime
    due_at: datetime
    """Half-open: the next local midnight after the last day; shown as "til og med"."""
    items: list[ItemView]
    closed_at: datetime | None = None
    closes_after: datetime | None = None
    """From when the case may be closed unanswered; None until the firm was told."""


class Answer(Message):
    """The firm's answer to one item: a file, a corrected value, or why not."""

    item_id: str
    text: str = Field(default="", max_length=4000)
    document_ids: list[str] = Field(default=[], max_length=20)
    """Files; where the item is aimed at a field or a file of the form, they take its place."""
    value: Any = None
    """The new value of the field the item is aimed at."""
    again: bool | None = None
    """False is refused when somebody has answered the item already; else the answer is replaced."""


class PreparedLetter(Message):
    """A deficiency letter being written; the firm does not see it."""

    missing: list[MissingItem]
    due_on: date | None = None
    severity: Severity = "minor"
    prepared_at: datetime
    prepared_by: PersonRef


class FieldChange(Message):
    """A field whose value differs between two versions of what was sent in; None: not answered."""

    field: str
    step: str
    before: Any = None
    after: Any = None


class FileChange(Message):
    """A file that came or went between two versions; `field` is empty for one beside the form."""

    document_id: str
    field: str
    change: Literal["added", "removed"]


class SubmissionView(Message):
    """One version of what the firm has sent in, and how it differs from the one before."""

    version: int
    at: datetime
    by: PersonRef
    letter: int | None = None
    """The deficiency letter it answers."""
    items: list[int] = []
    """Numbers of the items it answers."""
    text: str = ""
    changes: list[FieldChange] = []
    files: list[FileChange] = []


class Submissions(Message):
    """Oldest first; the first is what was sent in at the beginning."""

    items: list[SubmissionView]


class UnansweredRow(Message):
    """A deficiency letter whose time is over."""

    case_id: str
    number_of_case: str | None
    type_title: Texts
    title: str
    place: str
    firm: FirmRef
    caseworker: PersonRef | None
    letter: int
    open_items: int
    due_at: datetime
    told_at: datetime | None
    """When the firm was told that the case may be closed."""
    closes_after: datetime | None
    closable: bool


class UnansweredLetters(Message):
    """Longest overdue first."""

    items: list[UnansweredRow]


class ClosingOutcome(Message):
    """What became, or would become, of one case of a bulk closing."""

    case_id: str
    number: str | None = None
    outcome: Literal["closed", "would_close", "already_closed", "refused"]
    code: str | None = None
    """Of the refusal."""


class ClosingReport(Message):
    """One line for each case that was chosen, in the order they were chosen."""

    dry_run: bool
    items: list[ClosingOutcome]


class ReasonCount(Message):
    """How often something was asked for in a form step of a type, and why."""

    type: str
    type_title: Texts
    step: str
    code: str
    reason: DeficiencyReason
    items: int
    cases: int


class DeficiencyStatistics(Message):
    """Most frequent first; letters sent in the period, cancelled items left out."""

    since: date
    until: date
    training: bool
    """True for a utility for training: nothing is counted there."""
    cases_received: int
    cases_asked: int
    items: list[ReasonCount]
