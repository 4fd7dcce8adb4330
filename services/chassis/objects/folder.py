"""Objects as files of a folder: the embedded default, and what tests use.

A key's last segment becomes `<segment>.object`; keys have no dots, so a file and a folder never
want the same name, and `.incoming` is nobody's key.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from services.chassis.ids import new_id
from services.chassis.objects.keys import safe
from services.chassis.objects.port import CHUNK, NoSuchObject, Stored
from services.chassis.objects.stream import Passing

PRIVATE_FOLDER = 0o700


class FolderStore:
    """Durable by fsync of file and folders, atomic by rename within one file system."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._incoming = root / ".incoming"
        self._incoming.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)

    def put(self, key: str, chunks: Iterable[bytes], size: int | None = None) -> Stored:
        """See ObjectStore."""
        target = self._path(key)
        passing = Passing(chunks, size)
        arriving = self._incoming / new_id()
        try:
            with arriving.open("xb") as file:
                for chunk in passing:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            self._settle(arriving, target)
        finally:
            arriving.unlink(missing_ok=True)
        return passing.stored

    def get(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """See ObjectStore."""
        reading = _reading(self._path(key), start, length)
        next(reading)  # opens the file, so that a missing one is told here and not at first read
        return reading

    def head(self, key: str) -> Stored | None:
        """See ObjectStore."""
        try:
            return Stored(self._path(key).stat().st_size)
        except FileNotFoundError:
            return None

    def delete(self, key: str) -> None:
        """See ObjectStore; folders left empty go too."""
        path = self._path(key)
        path.unlink(missing_ok=True)
        with suppress(OSError):  # not empty, or another was faster
            for folder in path.parents:
                if folder == self._root:
                    break
                folder.rmdir()

    def compose(self, key: str, parts: Sequence[str]) -> Stored:
        """See ObjectStore."""
        return self.put(key, (chunk for part in parts for chunk in self.get(part)))

    def ensure_reachable(self) -> None:
        """The folder is there and takes files."""
        probe = self._incoming / new_id()
        probe.touch()
        probe.unlink()

    def _path(self, key: str) -> Path:
        return self._root / f"{safe(key)}.object"

    def _settle(self, arriving: Path, target: Path) -> None:
        for last_try in (False, False, True):
            self._make_folder(target.parent)
            try:
                arriving.replace(target)
                break
            except FileNotFoundError:  # a delete has just removed the empty folder
                if last_try:
                    raise
        _keep(target.parent)

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True, mode=PRIVATE_FOLDER)
        _keep(folder.parent)


def _keep(folder: Path) -> None:
    """Make what the folder lists survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reading(path: Path, start: int, length: int | None) -> Iterator[bytes]:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise NoSuchObject from None
    with file:
        yield b""
        file.seek(start)
        left = length
        while left is None or left > 0:
            chunk = file.read(CHUNK if left is None else min(CHUNK, left))
            if not chunk:
                return
            left = None if left is None else left - len(chunk)
            yield chunk
