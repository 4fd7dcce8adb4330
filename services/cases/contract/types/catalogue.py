"""Case types and their forms."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from services.cases.contract.types.words import (
    CaseClass,
    FieldType,
    Referable,
    RuleKind,
    Texts,
    Topic,
)
from services.chassis.messages import Message


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
    columns: list[FieldView] = []
    """What each row of a repeating group holds; none of them depends on another."""
    fewest: int | None = None
    most: int | None = None
    """Rows of a repeating group."""
    refers_to: Referable | None = None
    """How far the case must have come that a field of type `case` names by its number."""


class FormRule(Message):
    """How several answers must fit each other; asked only of answers that are shown.

    `order`: none is lower or earlier than the one before it. `within`: the second date is at most
    `days` after the first. `sum`: the numbers add up to `total`; `rows.column` adds up a column.
    `any_of`: at least one is answered. `equal`: all are the same. What is wrong is said at the
    last field, or at `total`.
    """

    kind: RuleKind
    fields: list[str]
    total: str = ""
    days: int | None = None
    when: dict[str, list[str]] = {}
    """As a field's `shown_when`: the rule holds only then."""
    says: Texts
    """What one reads when the answers do not fit."""


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
    topic: Topic
    summary: Texts
    for_whom: Texts
    how_long: Texts
    professions: list[str]
    qualifications: list[str | list[str]] = []
    """What the firm must have proven; of an inner list, one."""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    open: bool = True
    manual: str = ""
    """Path of the manual page."""
    urgent: bool = False
    """Goes ahead of the ordinary queue."""
    private: bool = False
    """A private person may send the same through the utility's own website."""
    old_names: list[str] = []
    """What the form was called before, and is searched for by."""


class OldForm(Message):
    """A form that used to be, and the type that took its place."""

    address: str = Field(min_length=1, max_length=200)
    """The last part of its address, or its name."""
    code: str = Field(max_length=20)


class CaseTypeView(CaseTypeSummary):
    """A type with its form; the JSON Schema is made from the same source."""

    steps: list[StepView]
    preconditions: list[Texts]
    competence: list[Texts] = []
    """What whoever does the work must hold: any one of these."""
    rules: list[FormRule] = []
    appeal_weeks: int | None = None
    appeal_body: Texts | None = None
    """Who decides an appeal; None where nothing can be appealed."""
    json_schema: dict[str, Any]


class Catalogue(Message):
    """Types in the order of the catalogue, or the best match first when one has searched."""

    items: list[CaseTypeSummary]
    opens_at: datetime | None = None
    """When the utility begins to take cases in the portal; None: it has begun."""
