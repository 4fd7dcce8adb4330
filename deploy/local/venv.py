"""The Python packages, exactly those of the lock file, in `.venv`. Standard library only."""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local.failure import CannotStart
from deploy.local.paths import PYTHON, ROOT, VENV
from deploy.local.speech import tell

LOCK_TO_RUN = ROOT / "requirements.lock"
LOCK_TO_TEST = ROOT / "requirements-dev.lock"
STAMP = VENV / "installed.json"
OLDEST = (3, 11)


def digest(lock: Path) -> str:
    """The mark of a lock file."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def ensure(*, for_tests: bool) -> None:
    """Make `.venv` hold what the lock file says; nothing to do when the stamp says so already.

    The stamp is written last: a `.venv` without one was left half built and is made anew.
    """
    if sys.version_info < OLDEST:
        raise CannotStart(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if _is_installed(for_tests):
        return
    with _one_at_a_time():
        if not _is_installed(for_tests):
            _install(LOCK_TO_TEST if for_tests else LOCK_TO_RUN)


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _is_installed(for_tests: bool) -> bool:
    """The test lock contains the other, so it serves for running too."""
    enough = [LOCK_TO_TEST] if for_tests else [LOCK_TO_RUN, LOCK_TO_TEST]
    stamp = _stamp()
    return PYTHON.exists() and any(stamp.get(lock.name) == digest(lock) for lock in enough)


def _install(lock: Path) -> None:
    if not _stamp() or not PYTHON.exists():
        tell("Building .venv")
        _run(
            [sys.executable, "-m", "venv", "--clear", str(VENV)],
            "The virtual environment could not be made",
        )
    STAMP.unlink(missing_ok=True)
    tell(f"Installing Python packages from {lock.name}")
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
    ]
    _run([*pip, "--require-hashes", "-r", str(lock)], "The Python packages could not be installed")
    STAMP.write_text(json.dumps({lock.name: digest(lock)}))


def _run(command: list[str], obstacle: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    if done.returncode != 0:
        lines = [line for line in (done.stderr + done.stdout).strip().splitlines() if line.strip()]
        raise CannotStart(f"{obstacle}: {lines[-1] if lines else f'status {done.returncode}'}")


def _environment() -> dict[str, str]:
    """Ours, without what would send packages elsewhere than into `.venv`."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONHOME", "PIP_TARGET", "PIP_USER")
    }


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two commands started at once must not build the same folder; the lock file itself is what
    they both have.
    """
    with LOCK_TO_RUN.open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
