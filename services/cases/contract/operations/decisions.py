"""Decisions and statements."""

from __future__ import annotations

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.words import Outcome
from services.chassis.messages import Command


class ProposeDecision(Command[CaseView]):
    """A drafted decision for an approver."""

    case_id: str
    outcome: Outcome
    conditions: list[str] = Field(default=[], max_length=30)
    text: str = Field(min_length=3, max_length=20000)


class DeclineProposal(Command[CaseView]):
    """The approver sends it back."""

    case_id: str
    reason: str = Field(min_length=3, max_length=2000)


class DecideCase(Command[CaseView]):
    """The approver decides; the letter follows. Refuses OwnProposal."""

    case_id: str
    outcome: Outcome | None = None
    conditions: list[str] | None = Field(default=None, max_length=30)
    text: str | None = Field(default=None, min_length=3, max_length=20000)


class AnswerStatement(Command[CaseView]):
    """The answer to a request for a preliminary statement (forhåndsuttalelse)."""

    case_id: str
    text: str = Field(min_length=3, max_length=20000)
    conditions: list[str] = Field(default=[], max_length=30)
