"""Freeze windows."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from services.cases.contract.types.freezes import FreezeView, FreezeWindows
from services.cases.contract.types.words import Switch, Texts
from services.chassis.messages import Command, Query


class PlanFreeze(Command[FreezeView]):
    """An administrator plans a freeze window. Refuses BadInterval."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    blocks: list[Switch] = Field(min_length=1)
    reason: Texts
    announce_at: AwareDatetime | None = None
    """When the public is told; at once unless a later instant is given."""


class MoveFreeze(Command[FreezeView]):
    """Move or cancel a freeze; every banner and date follows."""

    freeze_id: str
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    cancel: bool = False


class ListFreezes(Query[FreezeWindows]):
    """Every freeze of the utility (staff)."""


class GetNotices(Query[FreezeWindows]):
    """Running and coming freezes (public)."""

    utility: str
