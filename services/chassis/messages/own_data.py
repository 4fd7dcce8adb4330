"""What a service keeps of one person, for that person; each contract subclasses the question."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from services.chassis.messages.request import Message, Query


class OwnEntry(Message):
    """One thing kept of a person: a message they wrote, a file they sent, a code sent to them."""

    what: str
    """What kind of thing, in a word that does not change."""
    at: datetime | None
    about: str
    """The number of the case, or what else it belongs to; empty when it is the person alone."""
    details: dict[str, Any]
    """As it stands in the tables, under the names it has there."""


class OwnEntries(Message):
    """A page of them, kind by kind and oldest first."""

    items: list[OwnEntry]
    next: str | None


class ExportMineRequest(Query[OwnEntries]):
    """What a service keeps of the caller, at their utility and on their side of it.

    A page is as long as asked for, or shorter when its entries are large.
    """

    cursor: str = Field(default="", max_length=400)
    limit: int = Field(default=100, ge=1, le=200)
