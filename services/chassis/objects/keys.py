"""Keys of objects: plain segments, no dots, so that no key can leave its folder."""

from __future__ import annotations

import re

LONGEST = 200
_KEY = re.compile(r"[a-z0-9_-]+(?:/[a-z0-9_-]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class UnsafeKey(ValueError):
    """A key has a segment that is not of `a-z`, `0-9`, `_` and `-`, or is too long."""


def safe(key: str) -> str:
    """The key itself. Raises UnsafeKey, which never repeats it."""
    if len(key) > LONGEST or not _KEY.fullmatch(key):
        raise UnsafeKey("not a key of an object")
    return key


def content_key(sha256: str) -> str:
    """Where the bytes with that SHA-256 (64 hex digits) live: `sha256/ab/ab12...`."""
    if not _SHA256.fullmatch(sha256):
        raise UnsafeKey("not a SHA-256")
    return f"sha256/{sha256[:2]}/{sha256}"
