"""What a utility has chosen where utilities differ."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Message

TransferPolicy = Literal["confirmed", "new_application"]
"""A case changes firm with both firms' confirmation, or the new firm applies anew."""


class RulesView(Message):
    """A utility's choices."""

    utility: str
    opens_at: datetime | None = None
    """Go-live: before it drafts are made and nothing is sent in."""
    transfer: TransferPolicy = "confirmed"
