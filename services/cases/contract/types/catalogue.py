"""Case types and their forms."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.cases.contract.types.words import CaseClass, FieldType, Texts
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
    qualifications: list[str | list[str]] = []
    """What the firm must have proven; of an inner list, one."""
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
