"""What is missing in a form."""

from __future__ import annotations

from typing import Any

from services.cases.contract.types.drafts import Duplicate
from services.chassis.messages import Message


class FieldProblem(Message):
    """One thing in the way of submitting."""

    field: str
    code: str
    step: str
    facts: dict[str, Any] = {}


class CheckView(Message):
    """What is missing before the case can be submitted; complete when empty."""

    complete: bool
    problems: list[FieldProblem]
    steps_complete: list[str]
    duplicates: list[Duplicate] = []
    """Open cases of the same type on the same property; a warning, no obstacle."""
