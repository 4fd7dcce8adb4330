"""An open event stream, read beside what the test does."""

from __future__ import annotations

import json
import queue
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx

from tests.journeys.visitor import Visitor
from tests.support.waiting import until


@dataclass
class Live:
    """Every event pushed to a visitor since it was opened, oldest first."""

    visitor: Visitor
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    _opened: queue.Queue[int] = field(default_factory=queue.Queue)

    def __enter__(self) -> Self:
        self._stop = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._opened.get(timeout=20) == 200
        until(lambda: self.of("version"), what="the stream's first event")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._reader.join(timeout=30)

    def of(self, name: str) -> list[dict[str, Any]]:
        """The bodies of one sort of event."""
        return [body for seen, body in list(self.seen) if seen == name]

    def told_of(self, case_id: str) -> int:
        """How often something happened to the case."""
        return sum(body["case_id"] == case_id for body in self.of("case"))

    def _read(self) -> None:
        with httpx.Client(timeout=httpx.Timeout(10, read=20)) as http:
            url = f"http://127.0.0.1:{self.visitor.bed.port}/api/v1/events"
            with http.stream("GET", url, headers=self.visitor.headers()) as answer:
                self._opened.put(answer.status_code)
                name = ""
                for line in answer.iter_lines():
                    if self._stop.is_set():
                        return
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        self.seen.append((name, json.loads(line.removeprefix("data: "))))
                    if name == "end" and not line:
                        return
