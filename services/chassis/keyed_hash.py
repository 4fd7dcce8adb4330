"""Keyed hashes of secrets at rest: a leaked table alone cannot be guessed against."""

import hashlib
import hmac

from services.chassis.settings import settings


def keyed_hash(purpose: str, value: str) -> str:
    """HMAC-SHA-256 with the process's key, bound to a purpose; 64 hex digits."""
    return hmac.new(
        settings().hash_key.encode(), f"{purpose}\0{value}".encode(), hashlib.sha256
    ).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare without telling how much was right."""
    return hmac.compare_digest(one, other)
