"""The audit trail."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from services.chassis.messages import Query
from services.identity.contract.types.trail import TrailPage, TrailStream


class ListTrail(Query[TrailPage]):
    """Identity's trail at the utility (auditor, administrator); looking is written down too."""

    person_id: str = Field(default="", max_length=100)
    """About the person, or done by them."""
    tag: str = Field(default="", max_length=100)
    """How the tag begins, as `session_` or `standing_changed`."""
    stream: TrailStream | None = None
    since: datetime | None = None
    until: datetime | None = None
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)
