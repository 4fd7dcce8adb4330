"""Of time: more of it, an answer on the way, reminders, and approvals that run out."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.cases.contract.events.case_event import CaseEvent


class CaseExtended(CaseEvent):
    """The utility needs more time, and says why; told before the limit ended."""

    expected_by: datetime
    reason: str


class InterimAnswerGiven(CaseEvent):
    """No answer within a month: the firm is told why and when (forvaltningsloven section 11 a)."""

    received_at: datetime
    expected_by: datetime | None
    given_at: datetime


class LetterReminded(CaseEvent):
    """A deficiency letter is unanswered; `overdue` carries from when the case may be closed."""

    letter: int
    when: Literal["before", "overdue"]
    due_at: datetime
    closes_after: datetime | None


class WorkStarted(CaseEvent):
    """The firm has begun what was approved; the approval does not lapse any more."""


class LapseWarned(CaseEvent):
    """The approval lapses unless work begins; told twice."""

    lapses_at: datetime


class CaseLapsed(CaseEvent):
    """Nobody used the approval in time."""

    lapsed_at: datetime
