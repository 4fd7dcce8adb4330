"""The ledger's memory on disk: one JSON object a line, only ever appended to."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

Record = dict[str, Any]


class Journal:
    """Append records, read them back after a restart. A line cut short by a crash is skipped."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path = folder / "ledger.jsonl"
        self._file: IO[str] | None = None
        self.lines = 0

    def append(self, record: Record) -> None:
        """Write one line and hand it to the operating system."""
        if self._file is None:
            self._file = self._path.open("a", encoding="utf-8")
        self._file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
        self._file.flush()
        self.lines += 1

    def read(self) -> Iterator[Record]:
        """Every whole line, oldest first."""
        if not self._path.exists():
            return
        with self._path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                try:
                    record = json.loads(line)
                except ValueError:
                    continue
                if isinstance(record, dict):
                    yield record

    def replace(self, records: Iterable[Record]) -> None:
        """Start over with these records: the file never grows without end."""
        self.close()
        fresh = self._path.with_suffix(".fresh")
        self.lines = 0
        with fresh.open("w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
                self.lines += 1
        fresh.replace(self._path)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
