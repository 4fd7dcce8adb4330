"""Of the dialogue; what was written is never told, it is fetched by those who may read it."""

from __future__ import annotations

from typing import ClassVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.dialogue import MessageKind, Side
from services.cases.contract.types.parties import PersonRef
from services.chassis.messages import Event


class MessageSent(CaseEvent):
    """Somebody wrote to the other side."""

    message_id: str
    kind: MessageKind
    side: Side
    by: PersonRef


class MessagesWaiting(CaseEvent):
    """Messages have lain unread for a while: the other side should be told, once for all."""

    to: Side
    count: int


class NoteWritten(Event):
    """An internal note: not a case's event, as those reach its firms."""

    aggregate_kind: ClassVar[str] = "case"
    aggregate_field: ClassVar[str] = "case_id"

    case_id: str
    message_id: str
    by: PersonRef
