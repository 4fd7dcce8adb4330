"""Of decisions and statements."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import ClientView, PersonRef
from services.cases.contract.types.words import Outcome, Texts


class DecisionProposed(CaseEvent):
    """A decision waits for an approver."""

    outcome: Outcome


class ProposalDeclined(CaseEvent):
    """The approver sent it back."""


class DecisionRecorded(CaseEvent):
    """The utility decided."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"text", "client"})
    outcome: Outcome
    conditions: list[str]
    text: str
    decided_by: PersonRef
    decided_at: datetime
    appeal_until: datetime | None
    appeal_weeks: int | None = None
    appeal_body: Texts | None = None
    """Who decides an appeal."""
    client: ClientView | None = None


class StatementGiven(CaseEvent):
    """The utility answered a request for a preliminary statement."""

    unaudited: ClassVar[frozenset[str]] = frozenset({"text", "client"})
    conditions: list[str]
    text: str
    given_by: PersonRef
    given_at: datetime
    client: ClientView | None = None
