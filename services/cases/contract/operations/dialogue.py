"""The dialogue of a case."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.cases.contract.types.dialogue import Dialogue, DialogueEntry, MessageKind
from services.chassis.messages import Command, Lines, Nothing, Query


class ListMessages(Query[Dialogue]):
    """The newest messages of a case, oldest of them first; to a firm without internal notes."""

    case_id: str
    cursor: str = Field(default="", pattern=r"^[0-9]{0,9}$")
    """From `next`: the page of older ones."""
    limit: int = Field(default=50, ge=1, le=100)


class SendMessage(Command[DialogueEntry]):
    """Write to the other side, also in a freeze and after the decision.

    Refuses ActionNotOpen for a draft (nobody at the utility sees it) and DocumentNotReady; an
    internal note is for staff alone and has no attachments, which every party could open.
    """

    case_id: str
    kind: MessageKind = "question"
    text: Annotated[str, Field(min_length=1, max_length=4000), Lines]
    document_ids: list[str] = Field(default=[], max_length=20)


class ReadMessages(Command[Nothing]):
    """One has had the messages on the screen, up to a number."""

    case_id: str
    up_to: int = Field(ge=1)
