"""The outside world in a process of its own, so that its faults hit nobody else's tests."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.support.waiting import until

ACCOUNT, TOKEN = "AC" + "0" * 32, "made-up-token"
FROM = "+4759440000"


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True)
class Outside:
    """The sandbox's addresses and its own interface."""

    url: str
    smtp_port: int

    def environment(self) -> dict[str, str]:
        """What a process of the portal needs to know of it."""
        return {
            "TWILIO_BASE_URL": self.url,
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_FROM": FROM,
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(self.smtp_port),
            "MAIL_FROM": "portalen@vann.example",
        }

    def received(self, to: str, kind: str = "") -> list[dict[str, Any]]:
        """What has reached somebody, newest first."""
        asked = f"/api/messages?to={quote(to)}" + (f"&kind={kind}" if kind else "")
        messages: list[dict[str, Any]] = self._ask(asked)
        return messages

    def fail(self, target: str, mode: str, **own: Any) -> None:
        """Make it fail, or `none` to heal it."""
        self._ask("/api/faults", {"target": target, "mode": mode, **own})

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, data, headers)  # noqa: S310 - a loopback address
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
            return json.load(answer)


@contextmanager
def outside(folder: Path) -> Iterator[Outside]:
    """Runs until the block ends."""
    port, smtp_port = free_port(), free_port()
    made = Outside(f"http://127.0.0.1:{port}", smtp_port)
    environment = {
        "PATH": os.environ["PATH"],
        "SANDBOX_PORT": str(port),
        "SANDBOX_DIR": str(folder),
        "PUBLIC_URL": f"http://localhost:{free_port()}",
        **made.environment(),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "deploy.sandbox"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: _answers(port) and _answers(smtp_port), within=60, what="the sandbox")
        yield made
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
