"""Deficiency letters and their answers."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from services.cases.contract.types.words import Severity
from services.chassis.messages import Message


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
    closes_after: datetime | None = None
    """From when the case may be closed unanswered; None until the firm was told."""


class Answer(Message):
    """The firm's answer to one item: a file, or why not."""

    item_id: str
    text: str = Field(default="", max_length=4000)
    document_ids: list[str] = Field(default=[], max_length=20)
