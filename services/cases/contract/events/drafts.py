"""Of drafts that nobody writes in."""

from __future__ import annotations

from datetime import datetime

from services.cases.contract.events.case_event import CaseEvent


class DraftExpiring(CaseEvent):
    """The draft is taken away unless somebody writes in it."""

    expires_at: datetime


class DraftExpired(CaseEvent):
    """It was taken away; what it said is erased."""
