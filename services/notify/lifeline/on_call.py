"""Whom to ring at each utility: kept on disk as heard from notify, else as configured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from services.chassis.logging import logger
from services.notify.contract.events import OnCallChanged
from services.notify.lifeline.disk import write_whole

log = logger(__name__)


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    revision: int
    phones: tuple[str, ...]


_File = TypeAdapter(dict[str, _Kept])


class OnCallList:
    """Phones by utility. An older revision never overwrites a newer."""

    def __init__(self, folder: Path, configured: Sequence[str]) -> None:
        self._file = folder / "on_call.json"
        self._configured = tuple(configured)
        self._lock = Lock()
        self._kept = self._read()

    def _read(self) -> dict[str, _Kept]:
        try:
            return _File.validate_json(self._file.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValidationError) as problem:
            log.error("on_call_list_unreadable", problem=type(problem).__name__)
            return {}

    def hear(self, change: OnCallChanged) -> None:
        """Keep it on disk before it counts."""
        with self._lock:
            known = self._kept.get(change.utility_id)
            if known is not None and known.revision >= change.revision:
                return
            fresh = _Kept(revision=change.revision, phones=tuple(change.phones))
            kept = {**self._kept, change.utility_id: fresh}
            written = {utility: each.model_dump() for utility, each in kept.items()}
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(written, indent=2))
            self._kept = kept

    def phones(self, utility: str) -> tuple[str, ...]:
        """In the order they are rung; the configured ones when the utility has named none."""
        kept = self._kept.get(utility)
        return kept.phones if kept and kept.phones else self._configured

    def ensure_known(self) -> None:
        """Raises LookupError when there is nobody at all to ring."""
        if not self._configured and not any(each.phones for each in self._kept.values()):
            raise LookupError("nobody to ring")
