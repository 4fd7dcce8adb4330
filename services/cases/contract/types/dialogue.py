"""Messages between firm and utility about a case."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.cases.contract.types.parties import FirmRef, PersonRef
from services.chassis.messages import Message

MessageKind = Literal["question", "answer", "notice", "internal_note"]
"""An internal note is the utility's own: no firm ever sees that it exists."""

Side = Literal["firm", "utility"]


class ReadMark(Message):
    """Somebody has had the message on their screen."""

    person: PersonRef
    side: Side
    at: datetime


class DialogueEntry(Message):
    """One message; `number` counts within the case, internal notes included."""

    message_id: str
    number: int
    kind: MessageKind
    text: str
    document_ids: list[str]
    side: Side
    by: PersonRef
    firm: FirmRef | None
    """Whose person wrote it; None for the utility's."""
    at: datetime
    seen: bool
    """The reader has read it before, or wrote it."""
    read_by: list[ReadMark]


class Dialogue(Message):
    """Oldest first; `next` is the cursor of older ones."""

    items: list[DialogueEntry]
    next: str | None = None
