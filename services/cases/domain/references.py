"""Which cases another case may refer to: to send more to it, to revise it, to appeal against it."""

from __future__ import annotations

from services.cases.contract.types.words import Referable, Status

APPROVED: frozenset[Status] = frozenset(
    {
        "approved",
        "approved_with_conditions",
        "under_construction",
        "completion_reported",
        "documentation_returned",
    }
)
"""Approved, and the work not yet taken over."""
HANDLED: frozenset[Status] = frozenset(
    {
        "submitted",
        "received",
        "in_progress",
        "information_requested",
        "supplemented",
        "awaiting_approval",
        "appealed",
    }
)
REFERABLE: dict[Referable, frozenset[Status]] = {
    "open": HANDLED | APPROVED,
    "approved": APPROVED,
    "decided": APPROVED | {"refused", "dismissed"},
}
"""A statement is advice: it can be neither revised nor appealed against."""
