"""The spool folder: reports the gateway wrote, and what became of each, as files beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from services.chassis.logging import logger
from services.notify.contract.types import EmergencyReport
from services.notify.lifeline.disk import write_whole
from services.notify.lifeline.report import bare_report, read_report

log = logger(__name__)
REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
OURS = ("rung", "stood_down")
MARKS = (*OURS, "acked")


@dataclass(frozen=True)
class Marks:
    """Which markers stand beside a report."""

    rung: bool
    stood_down: bool
    acked: bool


class Spool:
    """`<ref>.json` is a report; `.rung`, `.stood_down` and `.acked` say that it is dealt with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unreadable: set[str] = set()

    def ensure_readable(self) -> None:
        """Raises OSError when the folder cannot be listed."""
        next(self._folder.iterdir(), None)

    def reports(self) -> Iterator[tuple[EmergencyReport, Marks]]:
        """Every report in the folder; one that cannot be read is said so once and passed over."""
        names = {entry.name for entry in self._folder.iterdir()}
        for name in sorted(names):
            reference, _, kind = name.partition(".")
            if kind != "json" or not REFERENCE.fullmatch(reference):
                continue
            report = self._read(name)
            if report is not None:
                marks = Marks(**{mark: f"{reference}.{mark}" in names for mark in MARKS})
                yield report, marks

    def _read(self, name: str) -> EmergencyReport | None:
        file = self._folder / name
        try:
            return read_report(file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as problem:
            if name not in self._unreadable:
                self._unreadable.add(name)
                log.error("report_unreadable", file=name, problem=type(problem).__name__)
            return bare_report(file)

    def note_rung(self, reference: str, at: datetime, sid: str) -> None:
        """The provider has accepted our ring: written whole, so that a reader never sees half."""
        content = json.dumps({"at": at.isoformat(), "sid": sid})
        write_whole(self._folder / f"{reference}.rung", content)

    def note_stood_down(self, reference: str, at: datetime) -> None:
        """Notify rings: remembered on disk, whether or not the report is here yet."""
        if REFERENCE.fullmatch(reference):
            content = json.dumps({"at": at.isoformat()})
            write_whole(self._folder / f"{reference}.stood_down", content)

    def is_settled(self, reference: str) -> bool:
        """Looked at again just before ringing: the markers as they are now."""
        return any((self._folder / f"{reference}.{mark}").exists() for mark in MARKS)

    def forget_strays(self, before: datetime) -> int:
        """Drop markers the lifeline wrote for reports the gateway has taken away since.

        The report itself is the gateway's: it stays until notify has all there is to have.
        """
        dropped = 0
        for mark in OURS:
            for file in self._folder.glob(f"*.{mark}"):
                gone = not file.with_suffix(".json").exists()
                if gone and file.stat().st_mtime < before.timestamp():
                    file.unlink(missing_ok=True)
                    dropped += 1
        return dropped
