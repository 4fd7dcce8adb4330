"""Of deficiency letters."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.deficiencies import ItemView
from services.cases.contract.types.words import Severity


class InformationRequested(CaseEvent):
    """A deficiency letter was sent."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"items"})
    letter: int
    severity: Severity
    due_at: datetime
    items: list[ItemView]


class SupplementSent(CaseEvent):
    """The firm answered; `complete` when no item is left open."""

    letter: int
    complete: bool
    document_ids: list[str]


class SupplementAccepted(CaseEvent):
    """The utility is satisfied with the answers."""

    letter: int
