"""Which cases can change firm."""

from __future__ import annotations

from services.cases.contract.types.words import Status

ENDED: frozenset[Status] = frozenset(
    {"refused", "dismissed", "closed", "closed_unanswered", "withdrawn", "lapsed"}
)
"""Nothing is left to do in these; everything else may go on with another firm."""
