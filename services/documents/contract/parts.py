"""How an upload is cut into parts, and where each of them waits until it is inspected; pure."""

from __future__ import annotations

PART_SIZE = 8 * 1024 * 1024
"""Bytes of every part but the last."""


def part_count(size: int, part_size: int = PART_SIZE) -> int:
    """Parts of a file of that many bytes (at least one)."""
    return -(-size // part_size)


def size_of_part(number: int, size: int, part_size: int = PART_SIZE) -> int:
    """Bytes of part `number` (from 1). Raises ValueError when there is no such part."""
    if not 1 <= number <= part_count(size, part_size):
        raise ValueError("no such part")
    return min(part_size, size - (number - 1) * part_size)


def part_key(upload_id: str, number: int) -> str:
    """The key of one part, numbered from 1; the gateway writes it, documents reads it."""
    return f"uploads/{upload_id}/{number}"
