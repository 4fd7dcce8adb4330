"""The file under inspection, and how a step refuses it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from services.documents.catalogue import kinds
from services.documents.contract.types import RejectionReason

HEAD = 64 * 1024
TAIL = 2 * 1024


class Rejected(Exception):
    """A step says no; the reason is told to the firm."""

    def __init__(self, reason: RejectionReason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Subject:
    """A whole file on this machine, with what was said of it and what was measured."""

    file: BinaryIO
    filename: str
    kind: str
    announced_size: int
    promised_sha256: str | None
    size: int
    sha256: str

    @cached_property
    def format(self) -> str | None:
        """What the extension claims it to be."""
        return kinds.format_of(self.filename)

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        self.file.seek(0)
        return self.file.read(HEAD)

    @cached_property
    def tail(self) -> bytes:
        """The last 2 KiB."""
        self.file.seek(max(0, self.size - TAIL))
        return self.file.read(TAIL)
