"""What somebody sees first: what waits for them, and what they have set up."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from services.cases.contract.types.case import CaseRow
from services.cases.contract.types.words import Ball, Status
from services.chassis.messages import Message

Sort = Literal["-updated", "updated", "due", "-submitted"]


class CaseFilters(Message):
    """What narrows and sorts a list of cases."""

    q: str = Field(default="", max_length=100)
    status: list[Status] = []
    type: str = Field(default="", max_length=40)
    ball: Ball | None = None
    zone: str = Field(default="", max_length=40)
    assignee: str = Field(default="", max_length=100)
    """A person id, `me` or `none`."""
    due: str = Field(default="", pattern=r"^(overdue|week|month|\d{4}-\d{2}-\d{2})?$")
    """Due by now, within seven or thirty days, or on a day at the latest."""
    shared: bool = False
    """Instead of the firm's own cases, those of other firms it takes part in."""
    sort: Sort = "-updated"


class Overview(Message):
    """Counts of a firm's people's first page; each stops at 100, so that none is ever slow."""

    ours: int
    """Sent in, and it is the firm's turn."""
    theirs: int
    """It is the utility's turn."""
    drafts: int
    unread: int
    """Changed by the utility in the last 30 days and not looked at since."""
    next: list[CaseRow]
    """What the firm must do something with, deadline first; five at most."""


class SavedViewView(Message):
    """Filters somebody has given a name."""

    view_id: str
    name: str
    filters: CaseFilters


class SavedViews(Message):
    """A person's own, oldest first."""

    items: list[SavedViewView]
