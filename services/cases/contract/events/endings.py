"""Of cases that are closed, and opened again."""

from __future__ import annotations

from datetime import datetime

from services.cases.contract.events.case_event import CaseEvent


class CaseClosed(CaseEvent):
    """Nothing more is to be done."""

    reason: str


class CaseClosedUnanswered(CaseEvent):
    """The deficiency letter was not followed up; a new application is needed."""

    letter: int
    asked_at: datetime
    due_at: datetime
    closed_at: datetime
    reason: str


class CaseReopened(CaseEvent):
    """A leader opened it again."""

    reason: str
