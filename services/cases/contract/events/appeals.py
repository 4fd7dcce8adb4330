"""Of appeals."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.words import AppealStep, Texts


class CaseAppealed(CaseEvent):
    """The firm appealed the decision; `late` when the time to appeal had ended."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"text"})
    text: str
    document_ids: list[str]
    received_at: datetime
    appeal_until: datetime | None
    late: bool
    body: Texts | None


class AppealHandled(CaseEvent):
    """One step of the appeal's way; `reason` is what the firm is told of it."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"reason"})
    step: AppealStep
    reason: str
    body: Texts | None
