"""Freeze windows."""

from __future__ import annotations

from datetime import datetime

from services.cases.contract.types.exemptions import ExemptionView
from services.cases.contract.types.words import FreezeState, Switch, Texts
from services.chassis.messages import Message


class FreezeView(Message):
    """A freeze window (nedetid); instants are half-open, week numbers are only shown."""

    freeze_id: str
    utility: str
    starts_at: datetime
    ends_at: datetime
    blocks: list[Switch]
    reason: Texts
    state: FreezeState
    exemptions: list[ExemptionView] = []
    """Shown to staff; a firm sees its own on its cases."""


class FreezeWindows(Message):
    """Soonest first."""

    items: list[FreezeView]
    opens_at: datetime | None = None
    """Go-live, while it lies ahead: nothing is taken in before it."""
