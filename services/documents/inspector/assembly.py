"""The parts of an upload become one file of this machine, hashed on the way."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, cast

from services.chassis.objects import Stored
from services.documents.settings import documents_settings
from services.documents.store.files import objects

CHUNK = 256 * 1024


@contextmanager
def assembled(parts: Sequence[str]) -> Iterator[tuple[BinaryIO, Stored]]:
    """The file without a name, so that nothing stays behind when the process is killed.

    Raises NoSuchObject when a part is missing.
    """
    folder = documents_settings().staging_dir
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        digest, size = hashlib.sha256(), 0
        for part in parts:
            for chunk in objects().get(part):
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
        file.flush()
        yield cast(BinaryIO, file), Stored(size, digest.hexdigest())


def chunks_of(file: BinaryIO) -> Iterator[bytes]:
    """The file from its beginning."""
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk
