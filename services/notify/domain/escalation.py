"""Whom an unacknowledged incident rings next, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

PATIENCE = {
    1: timedelta(minutes=5),
    2: timedelta(minutes=15),
    3: timedelta(minutes=60),
    4: timedelta(minutes=60),
}
"""By severity, 1 the gravest: how long one person has before the next is rung."""
MOST_STEPS = 48
"""After so many rings the incident only stands in the duty centre's list."""


def patience(severity: int) -> timedelta:
    """How long to wait for an acknowledgement."""
    return PATIENCE[severity]


def phone_at(phones: Sequence[str], step: int) -> str | None:
    """The phone of a step (0 is the first), round and round; None when there is none to ring."""
    if not phones or step >= MOST_STEPS:
        return None
    return phones[step % len(phones)]
