"""One-time codes: six digits, five minutes, one use, five checks (NIST SP 800-63B, ASVS 6.6)."""

from __future__ import annotations

import secrets
from datetime import timedelta

DIGITS = 6
LIFETIME = timedelta(minutes=5)
MOST_CHECKS = 5


def new_code() -> str:
    """Six digits, each equally likely, leading noughts included."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def written(code: str) -> str:
    """The code as people type it: spaces do not matter."""
    return "".join(code.split())


def bound(bound_to: str, code: str) -> str:
    """What is hashed: a code is worth nothing at another attempt."""
    return f"{bound_to}:{code}"
