"""Shapes cases answers with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from services.chassis.messages import Message
from services.chassis.norway import Property

Status = Literal[
    "draft",
    "submitted",
    "received",
    "in_progress",
    "information_requested",
    "supplemented",
    "awaiting_approval",
    "approved",
    "approved_with_conditions",
    "statement_given",
    "refused",
    "dismissed",
    "appealed",
    "under_construction",
    "completion_reported",
    "documentation_returned",
    "closed",
    "closed_unanswered",
    "withdrawn",
    "lapsed",
]
Ball = Literal["firm", "utility", "nobody"]
Texts = dict[Literal["nb", "nn", "en"], str]
CaseClass = Literal["application", "notice", "statement"]
FieldType = Literal[
    "text", "long_text", "number", "date", "yes_no", "choice", "choices", "properties",
    "orgnr", "email", "mobile", "attachment",
]  # fmt: skip
Severity = Literal["minor", "major"]
Outcome = Literal["approved", "approved_with_conditions", "refused", "dismissed"]
Switch = Literal["new_cases", "supplements", "orders"]
FreezeState = Literal["planned", "announced", "active", "ended", "cancelled"]


class Choice(Message):
    """One option of a choice."""

    value: str
    label: Texts


class FieldView(Message):
    """A field of a form step, as data."""

    name: str
    type: FieldType
    label: Texts
    help: Texts | None = None
    required: bool = False
    shown_when: dict[str, list[str]] = {}
    """Other field -> values for which this one is shown (all must hold); hidden means absent.

    A `yes_no` field is true or false in the form, and is named `yes` or `no` here.
    """
    required_when: dict[str, list[str]] = {}
    choices: list[Choice] = []
    unit: str = ""
    whole: bool = False
    """Whole numbers only."""
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    kind: str = ""
    """Attachment type code (SITUASJONSPLAN, FOTO, ...) for attachments."""
    accept: list[str] = []
    """Media types an attachment may have."""


class StepView(Message):
    """A step of the wizard."""

    key: str
    title: Texts
    intro: Texts | None = None
    fields: list[FieldView]


class CaseTypeSummary(Message):
    """A type in the public catalogue."""

    code: str
    version: int
    title: Texts
    class_: CaseClass
    summary: Texts
    for_whom: Texts
    how_long: Texts
    professions: list[str]
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    open: bool = True
    manual: str = ""
    """Path of the manual page."""
    urgent: bool = False
    """Goes ahead of the ordinary queue."""


class CaseTypeView(CaseTypeSummary):
    """A type with its form; the JSON Schema is made from the same source."""

    steps: list[StepView]
    preconditions: list[Texts]
    json_schema: dict[str, Any]


class Catalogue(Message):
    """Every type, in the order of the catalogue."""

    items: list[CaseTypeSummary]


class FirmRef(Message):
    """A firm as it was on the case."""

    firm_id: str
    name: str
    orgnr: str


class PersonRef(Message):
    """A person as they were."""

    person_id: str
    name: str


class ZoneView(Message):
    """Who handles the area, and how to reach them."""

    code: str
    name: str
    email: str
    phone: str


class ActionView(Message):
    """A move and whether it is open now, from the guard that executes it."""

    name: str
    enabled: bool
    reason: str | None = None
    """Code of the guard that closes it; a text exists for each."""


class FieldProblem(Message):
    """One thing in the way of submitting."""

    field: str
    code: str
    step: str
    facts: dict[str, Any] = {}


class CheckView(Message):
    """What is missing before the case can be submitted; complete when empty."""

    complete: bool
    problems: list[FieldProblem]
    steps_complete: list[str]


class MissingItem(Message):
    """Something the utility asks for."""

    code: Literal["missing_document", "replace_document", "correct_field", "clarify", "other"] = (
        "other"
    )
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


class Answer(Message):
    """The firm's answer to one item: a file, or why not."""

    item_id: str
    text: str = Field(default="", max_length=4000)
    document_ids: list[str] = Field(default=[], max_length=20)


class DecisionView(Message):
    """A decision, proposed or made."""

    outcome: Outcome | Literal["statement"]
    conditions: list[str] = []
    text: str
    proposed_by: PersonRef | None = None
    decided_by: PersonRef | None = None
    decided_at: datetime | None = None
    appeal_until: datetime | None = None


class CaseRow(Message):
    """A case in a list."""

    case_id: str
    number: str | None
    type: str
    type_title: Texts
    title: str
    status: Status
    ball: Ball
    firm: FirmRef
    place: str
    zone: str | None
    caseworker: PersonRef | None
    submitted_at: datetime | None
    expected_by: datetime | None
    due_at: datetime | None
    updated_at: datetime
    version: int


class CasePage(Message):
    """A page of a list; `next` is the cursor of the following one."""

    items: list[CaseRow]
    next: str | None = None


class CaseView(CaseRow):
    """A case page."""

    utility: str
    type_version: int
    case_class: CaseClass
    created_at: datetime
    received_at: datetime | None
    complete_at: datetime | None
    zone_contact: ZoneView | None
    values: dict[str, Any]
    properties: list[Property]
    deficiencies: list[DeficiencyView]
    proposal: DecisionView | None
    decision: DecisionView | None
    actions: list[ActionView]
    sequence: int


class TimelineEntry(Message):
    """One step of the case's progress."""

    at: datetime
    action: str
    status: Status
    by: str
    """Empty: the system itself."""
    facts: dict[str, Any] = {}


class Timeline(Message):
    """Oldest first."""

    items: list[TimelineEntry]


class FreezeView(Message):
    """A freeze window (nedetid); instants are half-open, week numbers are only shown."""

    freeze_id: str
    utility: str
    starts_at: datetime
    ends_at: datetime
    blocks: list[Switch]
    reason: Texts
    state: FreezeState


class FreezeWindows(Message):
    """Soonest first."""

    items: list[FreezeView]


class DayView(Message):
    """A calendar day, where an operation takes one."""

    day: date
