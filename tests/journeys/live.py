"""An open event stream, read beside what the test does."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from tests.journeys.visitor import Visitor
from tests.support.waiting import until


@dataclass
class Live:
    """Every event pushed to a visitor since it was opened, oldest first."""

    visitor: Visitor
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._line = http.client.HTTPConnection("127.0.0.1", self.visitor.bed.port, timeout=30)
        self._line.request("GET", "/api/v1/events", headers=self.visitor.headers())
        self._socket = self._line.sock
        self._answer = self._line.getresponse()
        assert self._answer.status == 200
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        until(lambda: self.of("version"), what="the stream's first event")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.ended:
            self._socket.shutdown(socket.SHUT_RDWR)
        self._reader.join(timeout=30)
        self._answer.close()
        self._line.close()

    @property
    def ended(self) -> bool:
        """The portal has closed it."""
        return not self._reader.is_alive()

    def of(self, name: str) -> list[dict[str, Any]]:
        """The bodies of one sort of event."""
        return [body for seen, body in list(self.seen) if seen == name]

    def told_of(self, case_id: str) -> int:
        """How often something happened to the case."""
        return sum(body["case_id"] == case_id for body in self.of("case"))

    def _read(self) -> None:
        name = ""
        try:
            for line in self._answer:
                text = line.decode().rstrip()
                if text.startswith("event: "):
                    name = text.removeprefix("event: ")
                elif text.startswith("data: "):
                    self.seen.append((name, json.loads(text.removeprefix("data: "))))
        except (OSError, http.client.HTTPException):
            return
