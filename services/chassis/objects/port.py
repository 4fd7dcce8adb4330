"""What any object store can do: the portable part of S3, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

CHUNK = 256 * 1024
"""Bytes moved at a time, the memory a transfer takes."""


class NoSuchObject(LookupError):
    """Nothing is stored under the key."""


class WrongSize(ValueError):
    """More or fewer bytes came than were announced; nothing was stored."""


@dataclass(frozen=True)
class Stored:
    """What lies under a key: size in bytes, and SHA-256 (hex) where we hashed it ourselves.

    `head` does not read the bytes and says None: a hash told by the store is not ours.
    """

    size: int
    sha256: str | None = None


class ObjectStore(Protocol):
    """Objects under keys; synchronous, to be called from a thread. UnsafeKey for a strange key."""

    def put(self, key: str, chunks: Iterable[bytes], size: int | None = None) -> Stored:
        """Store all of it or nothing, durable when this returns; replaces what was there.

        Raises WrongSize when `size` bytes were announced and others came.
        """
        ...

    def get(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """The bytes from `start`, at most `length`; nothing past the end. Raises NoSuchObject.

        Closing the iterator early lets go of the connection.
        """
        ...

    def head(self, key: str) -> Stored | None:
        """Its size, or None when nothing is there."""
        ...

    def delete(self, key: str) -> None:
        """Remove it; nothing happens when it is not there."""
        ...

    def compose(self, key: str, parts: Sequence[str]) -> Stored:
        """One object of the parts in order; they stay. Raises NoSuchObject."""
        ...

    def ensure_reachable(self) -> None:
        """Raises when the store does not answer; for readiness."""
        ...
