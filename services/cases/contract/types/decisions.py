"""Decisions."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.cases.contract.types.parties import PersonRef
from services.cases.contract.types.words import Outcome
from services.chassis.messages import Message


class DecisionView(Message):
    """A decision, proposed or made."""

    outcome: Outcome | Literal["statement"]
    conditions: list[str] = []
    text: str
    proposed_by: PersonRef | None = None
    decided_by: PersonRef | None = None
    decided_at: datetime | None = None
    appeal_until: datetime | None = None
