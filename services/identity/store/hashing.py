"""Argon2id at m=46 MiB, t=1, p=1 (OWASP), outside the event loop, two at a time."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from services.chassis import ids
from services.chassis.offload import outside

_HASHER = PasswordHasher(memory_cost=47104, time_cost=1, parallelism=1)
_NOBODY = _HASHER.hash(ids.secret())
"""Compared with when there is no account, so that the work is the same."""


def hashed(password: str) -> str:
    """In PHC form. Raises Busy when too many wait."""
    return outside(_HASHER.hash, password)


def matches(kept: str | None, password: str) -> bool:
    """Whether it is the password; the same work when nothing is kept. Raises Busy."""
    right = outside(_verify, kept or _NOBODY, password)
    return right and kept is not None


def _verify(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False
