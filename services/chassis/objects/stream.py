"""Bytes on their way: counted and hashed as they pass, never all in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from services.chassis.objects.port import Stored, WrongSize


class Passing:
    """Chunks that are counted and hashed while somebody reads them.

    With a size announced, the last chunk is handed on only after the count is known to be right:
    a store that has not got everything cannot finish.
    """

    def __init__(self, chunks: Iterable[bytes], size: int | None = None) -> None:
        self._chunks = iter(chunks)
        self._announced = size
        self._count = 0
        self._hash = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        held = b""
        for chunk in self._chunks:
            if not chunk:
                continue
            self._count += len(chunk)
            self._hash.update(chunk)
            if self._announced is not None and self._count > self._announced:
                raise WrongSize("more bytes than announced")
            if held:
                yield held
            held = chunk
        if self._announced is not None and self._count != self._announced:
            raise WrongSize("fewer bytes than announced")
        if held:
            yield held

    @property
    def stored(self) -> Stored:
        """What passed; complete when the iteration has ended."""
        return Stored(self._count, self._hash.hexdigest())


class Readable:
    """An iteration of chunks as the `read(n)` a client library wants."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._left = bytearray()

    def read(self, size: int = -1) -> bytes:
        """Exactly `size` bytes unless the end is nearer; all of it when negative."""
        while size < 0 or len(self._left) < size:
            chunk = next(self._chunks, None)
            if chunk is None:
                size = len(self._left)
                break
            self._left += chunk
        taken = bytes(self._left[:size])
        del self._left[:size]
        return taken
