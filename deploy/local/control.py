"""Ask a running instance how its processes do, and stop, start or kill one.

For tests and proofs.
"""

import json
import os
import socket
from pathlib import Path
from typing import Any

from deploy.local.paths import DataFolder
from deploy.local.supervisor import ChildStatus

LONGEST_ANSWER = 60.0


class Refused(Exception):
    """The supervisor said no, and why."""


class Control:
    """Talks to the supervisor of the instance in `data_dir`.

    Each call is one question and one answer.
    """

    def __init__(self, data_dir: str | Path) -> None:
        self._data = DataFolder.at(data_dir)

    def status(self) -> list[ChildStatus]:
        """Every process in the order of start, `postgres` and `rabbitmq` among them."""
        return [ChildStatus(**row) for row in self._ask("status")["children"]]

    def pid(self, name: str) -> int | None:
        """The process id of one, None while it is down."""
        return next((child.pid for child in self.status() if child.name == name), None)

    def stop(self, name: str) -> None:
        """Stop in an orderly way; back when it has ended. It stays down until `start`."""
        self._ask("stop", name=name)

    def start(self, name: str, environment: dict[str, str] | None = None) -> None:
        """Start what was stopped; `environment` is added for this one life.

        Back when it runs, not yet ready.
        """
        self._ask("start", name=name, environment=environment or {})

    def kill(self, name: str) -> None:
        """SIGKILL, as a crash would be; back when it is dead. The supervisor starts it again."""
        self._ask("kill", name=name)

    def wait_ready(self, name: str, within: float = 30.0) -> None:
        """Back when its readiness check says yes; Refused after `within` seconds."""
        self._ask("wait_ready", name=name, within=within)

    def _ask(self, command: str, **details: Any) -> dict[str, Any]:
        with open_socket(self._data) as connection:
            connection.settimeout(LONGEST_ANSWER + details.get("within", 0.0))
            connection.sendall(json.dumps({"command": command, **details}).encode() + b"\n")
            with connection.makefile("rb") as answers:
                line = answers.readline()
        answer: dict[str, Any] = (
            json.loads(line) if line else {"refused": "the supervisor went away"}
        )
        if "refused" in answer:
            raise Refused(str(answer["refused"]))
        return answer


def short_path(data: DataFolder) -> tuple[int, str]:
    """A way to the control socket that is short however deep the data folder lies (the kernel
    allows 107 bytes).

    The first value is a file descriptor that must stay open meanwhile, and be closed after.
    """
    folder = os.open(data.root, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    return folder, f"/proc/self/fd/{folder}/{data.control.name}"


def open_socket(data: DataFolder) -> socket.socket:
    """Connect to the supervisor; ConnectionError when none is running there."""
    connection = socket.socket(socket.AF_UNIX)
    try:
        folder, path = short_path(data)
        try:
            connection.connect(path)
        finally:
            os.close(folder)
    except OSError as failure:
        connection.close()
        raise ConnectionError(f"nothing is running in {data.root}") from failure
    return connection
