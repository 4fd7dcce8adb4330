"""What a person sees while the portal runs: one stream, each line prefixed with who said it."""

import os
import sys
import zlib
from pathlib import Path

from deploy.local.speech import tell

WIDTH = 19
COLOURS = (32, 33, 34, 35, 36, 92, 93, 94, 95, 96)
OURS = "portal"
TOO_LARGE = 5_000_000


class Console:
    """Prints lines of many processes; silent when the output is another program's business (test
    bed).
    """

    def __init__(self, *, silent: bool = False, colour: bool | None = None) -> None:
        self.silent = silent
        self.colour = (
            sys.stdout.isatty() and "NO_COLOR" not in os.environ if colour is None else colour
        )

    def line(self, name: str, text: str) -> None:
        """One line that a process wrote."""
        if not self.silent:
            tell(f"{self._prefix(name)} {text}")

    def say(self, text: str) -> None:
        """One line of our own."""
        self.line(OURS, text)

    def block(self, text: str) -> None:
        """Several lines without a prefix, so that addresses can be clicked and copied."""
        if not self.silent:
            tell(f"\n{text}\n")

    def _prefix(self, name: str) -> str:
        padded = f"{name:<{WIDTH}}|"
        if not self.colour:
            return padded
        # A checksum, not hash(): the same process keeps its colour from run to run.
        return f"\x1b[{COLOURS[zlib.crc32(name.encode()) % len(COLOURS)]}m{padded}\x1b[0m"


def open_log(path: Path) -> int:
    """A log file for appending; one grown large is set aside first, so that at most two remain."""
    if path.exists() and path.stat().st_size > TOO_LARGE:
        path.replace(path.with_suffix(".old.log"))
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)


def last_lines(path: Path, count: int = 12) -> str:
    """The end of a log, indented for showing below a sentence."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 8000))
        lines = file.read().decode(errors="replace").splitlines()
    return "\n".join(f"    {line}" for line in lines[-count:])
