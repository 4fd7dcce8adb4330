"""The audit trail, for administrators and auditors."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from services.chassis.messages import Message

TrailStream = Literal["changes", "tries"]
"""What was changed; what was read, taken out or tried in vain."""


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


class TrailPage(Message):
    """Newest first."""

    items: list[TrailEntry]
    next: str | None
