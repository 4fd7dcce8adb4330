"""The audit trail of a service, for its readers; each contract subclasses the question."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from services.chassis.messages.request import Message, Query

TrailStream = Literal["changes", "tries"]
"""What was changed; what was read, taken out or tried in vain."""
ChainState = Literal["whole", "broken", "unchecked"]
"""`unchecked`: too long to be checked beside the others; asked for by itself it is checked."""


class TrailEntry(Message):
    """An entry as it was written: who, what, when, and the facts with it."""

    entry_id: str
    at: datetime
    tag: str
    chain: str
    position: int
    actor_id: str
    actor_name: str
    actor_audience: str
    actor_firm: str
    actor_roles: str
    facts: dict[str, Any]
    trace: str
    hash: str

    @property
    def place(self) -> str:
        """Where the entry stands among all of them, of every service: the cursor after it."""
        return f"{self.at.isoformat()}~{self.entry_id}"


class Chain(Message):
    """What a chain is about, and whether each of its entries still follows from the one before."""

    chain: str
    name: str
    """What it is about, as people call it; empty when the service knows no name."""
    length: int
    state: ChainState
    broken_at: int | None = None
    """The first position that does not hold."""


class TrailPage(Message):
    """Newest first, with the chains its entries stand in."""

    items: list[TrailEntry]
    chains: list[Chain]
    next: str | None


class ListDeedsRequest(Query[TrailPage]):
    """What oneself has done, at one's utility and on one's side of it; without the facts."""

    cursor: str = Field(default="", max_length=100)
    limit: int = Field(default=25, ge=1, le=100)


class ListTrailRequest(Query[TrailPage]):
    """A service's trail at the utility (auditor, administrator)."""

    person_id: str = Field(default="", max_length=100)
    """About the person, or done by them."""
    tag: str = Field(default="", max_length=100)
    """How the tag begins, as `session_` or `standing_changed`."""
    chain: str = Field(default="", max_length=200)
    """One chain alone, as `case:...`; it is checked however long it is."""
    stream: TrailStream | None = None
    since: datetime | None = None
    until: datetime | None = None
    cursor: str = Field(default="", max_length=100)
    limit: int = Field(default=25, ge=1, le=100)
