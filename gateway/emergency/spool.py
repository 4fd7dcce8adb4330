"""Emergency reports as files, durable before anybody is told that they were taken in.

For a report `A-7K3M9Q`: `A-7K3M9Q.json` is the report, `.rung` (written by the lifeline:
`{"at"}`) says that somebody was rung without notify, `.handed` that notify has it, `.acked`
(`{"at", "phone"}`) that the person on call took it by key press, `.told` that notify knows so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from services.chassis import clock
from services.chassis.ids import new_id
from services.notify.contract.types import EmergencyReport

Mark = Literal["rung", "handed", "acked", "told"]
KEPT = timedelta(days=7)
"""How long a report stays here after notify has all there is to have."""


class Spool:
    """A folder of reports; every write is complete and on disk, or not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def keep(self, report: EmergencyReport) -> None:
        """Durable when this returns. FileExistsError: the reference is taken; OSError."""
        target = self._folder / f"{report.reference}.json"
        arriving = self._written(report.model_dump_json())
        try:
            target.hardlink_to(arriving)
        finally:
            arriving.unlink()
        self._settle()

    def report(self, reference: str) -> EmergencyReport | None:
        """The report, or None when it is not here."""
        try:
            return EmergencyReport.model_validate_json(self._file(reference, "json").read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def references(self) -> Iterator[str]:
        """Every report that is here, in order of name."""
        for file in sorted(self._folder.glob("A-*.json")):
            yield file.stem

    def mark(self, reference: str, mark: Mark, **facts: Any) -> None:
        """Note how far it has come; durable when this returns."""
        self._written(json.dumps(facts)).replace(self._file(reference, mark))
        self._settle()

    def marked(self, reference: str, mark: Mark) -> dict[str, Any] | None:
        """The facts of a mark, or None when it is not set."""
        try:
            facts: dict[str, Any] = json.loads(self._file(reference, mark).read_bytes() or b"{}")
        except FileNotFoundError:
            return None
        except ValueError:
            return {}
        return facts

    def is_settled(self, reference: str) -> bool:
        """Notify has the report, and the acknowledgement if there is one."""
        has = [self._file(reference, mark).exists() for mark in ("handed", "acked", "told")]
        handed, acked, told = has
        return handed and (told or not acked)

    def age(self, reference: str) -> timedelta:
        """Since it was taken in."""
        report = self.report(reference)
        return clock.now() - report.reported_at if report else timedelta(0)

    def forget(self, reference: str) -> None:
        """Remove a settled report and its marks: it holds personal data and notify keeps it."""
        for suffix in ("json", "rung", "handed", "acked", "told"):
            self._file(reference, suffix).unlink(missing_ok=True)

    def ensure_writable(self) -> None:
        """Raises OSError when nothing can be kept here."""
        self._written("").unlink()

    def _file(self, reference: str, suffix: str) -> Path:
        return self._folder / f"{reference}.{suffix}"

    def _written(self, text: str) -> Path:
        arriving = self._folder / f".{new_id()}.arriving"
        with arriving.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        return arriving

    def _settle(self) -> None:
        """Make what the folder lists survive a power cut."""
        descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def parsed_instant(facts: dict[str, Any] | None) -> datetime | None:
    """The `at` of a mark."""
    try:
        return datetime.fromisoformat(str((facts or {})["at"]))
    except (KeyError, ValueError):
        return None
