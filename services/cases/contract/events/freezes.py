"""Of freeze windows."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.types.words import FreezeState, Switch, Texts
from services.chassis.messages import Event


class FreezeChanged(Event):
    """A freeze window was planned, moved, announced, begun, ended or cancelled."""

    aggregate_kind: ClassVar[str] = "freeze"
    aggregate_field: ClassVar[str] = "freeze_id"

    freeze_id: str
    revision: int
    starts_at: datetime
    ends_at: datetime
    blocks: list[Switch]
    reason: Texts
    state: FreezeState
