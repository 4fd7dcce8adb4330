"""What the state of a case means for its documents; pure."""

from __future__ import annotations

from services.cases.contract.types.words import Ball, Status

CLOSED: frozenset[Status] = frozenset({"closed", "closed_unanswered", "withdrawn", "lapsed"})
"""A case here takes no more files. A refused or dismissed one does: an appeal has papers too."""

BEFORE_RECEIPT: frozenset[Status] = frozenset({"draft", "submitted", "withdrawn"})
"""Not (or perhaps not) in the utility's journal yet."""


def takes_files(status: Status, ball: Ball) -> bool:
    """True at any open stage, and whenever the firm is the one to act (R07)."""
    return ball == "firm" or status not in CLOSED


def in_the_journal(status: Status) -> bool:
    """True when the status shows that the utility has received the case."""
    return status not in BEFORE_RECEIPT
