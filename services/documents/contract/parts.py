"""Where the parts of an upload lie in the object store until it is completed."""

from __future__ import annotations


def part_key(upload_id: str, number: int) -> str:
    """The key of one part, numbered from 1; the gateway writes it, documents reads it."""
    return f"uploads/{upload_id}/{number}"
