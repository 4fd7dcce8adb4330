"""What a worker takes out of the database to do one thing with one delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from services.notify.domain.delivery import Channel, Urgency


@dataclass(frozen=True)
class Task:
    """A claimed delivery: `step` says what to do; `attempt` is the number of the try."""

    step: Literal["send", "look_up"]
    delivery_id: str
    attempt: int
    urgency: Urgency
    channel: Channel
    message: str
    recipient: str
    language: str
    values: Mapping[str, str]
    sealed: str | None
    subject: str | None
    expires_at: datetime | None
    provider_id: str | None
    known: frozenset[str]
    """Names the provider has given to other messages to this recipient (look-ups only)."""
    trace: str
    sender: str
    """The utility's name, as it stands in the texts."""
