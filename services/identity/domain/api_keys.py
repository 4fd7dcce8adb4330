"""Keys of a firm's own software: how many, how long, and as whom they act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import TooManyApiKeys
from services.identity.contract.types.words import FirmRole

MOST_KEYS = 20
"""Living keys of a firm at a utility."""
WARNED_BEFORE = timedelta(days=14)
SEEN_EVERY = timedelta(minutes=1)
"""Last use is noted at most so often."""
TOLD_EVERY = timedelta(days=1)
"""Use from an unchanged address enters the trail at most so often."""


def ensure_may_keep_keys(actor: Actor) -> None:
    """Only a firm's administrator makes, sees and ends its keys. Raises NotForYou."""
    if not actor.has("firm_admin"):
        raise NotForYou


def ensure_room(living: int) -> None:
    """Raises TooManyApiKeys."""
    if living >= MOST_KEYS:
        raise TooManyApiKeys(most=MOST_KEYS)


def role_of(scopes: Iterable[str]) -> FirmRole:
    """Never more than an applicant; a key that only reads is a reader."""
    return "applicant" if any(scope.endswith(":write") for scope in scopes) else "reader"
