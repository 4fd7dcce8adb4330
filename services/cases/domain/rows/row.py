"""What a move is: one row of a lifecycle's table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from services.cases.contract.types.words import Status

By = Literal["firm", "staff", "system"]
Clock = Literal["untouched", "start", "pause", "reset", "resume", "release", "stop"]
"""`start` counts from now, `release` hands the case to somebody outside, `stop` ends the count."""


@dataclass(frozen=True)
class Transition:
    """One move. `leads` tells apart moves of one action from one status (`minor`, `complete`)."""

    action: str
    sources: tuple[Status, ...]
    target: Status | None
    """None: the status stays, and the move stands in the history."""
    by: By
    emits: str
    """The event of the contract that tells it."""
    guards: tuple[str, ...] = ()
    leads: str = ""
    clock: Clock = "untouched"
    side: bool = False
    """A way that may be taken, but that nobody waits for; it does not give the ball."""
    internal: bool = False
    """Its facts are the utility's own."""


HANDLED: tuple[Status, ...] = ("received", "in_progress", "supplemented")
"""The utility has it and may still ask."""
APPROVED: tuple[Status, ...] = ("approved", "approved_with_conditions")
DECIDED: tuple[Status, ...] = (*APPROVED, "refused", "dismissed")
