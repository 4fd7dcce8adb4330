"""One supervisor per data folder: the lock it holds, and how to find and stop it."""

import contextlib
import fcntl
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from deploy.local.failure import CannotStart
from deploy.local.paths import DataFolder, write_private

LONGEST_STOP = 90.0


@contextlib.contextmanager
def only_one(data: DataFolder) -> Iterator[None]:
    """Hold the folder's lock; the kernel lets go of it however we end."""
    descriptor = os.open(data.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if not _lock(descriptor):
            raise CannotStart(
                f"The portal is already running in {data.root}: `make down` stops it,"
                " DATA=<folder> starts another."
            )
        write_private(data.supervisor, json.dumps({"pid": os.getpid(), "born": _born(os.getpid())}))
        yield
        data.supervisor.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def running_pid(data: DataFolder) -> int | None:
    """The supervisor's process id, if one holds the lock and is the process that wrote its number
    there.
    """
    if not data.lock.exists() or not data.supervisor.exists() or not _is_held(data.lock):
        return None
    try:
        written = json.loads(data.supervisor.read_text())
    except (OSError, ValueError):
        return None
    pid = int(written["pid"])
    return pid if _born(pid) == written["born"] else None


def stop_running(data: DataFolder) -> bool:
    """Stop the instance and wait for its end; False when none was running."""
    pid = running_pid(data)
    if pid is None:
        return False
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + LONGEST_STOP
    while _is_held(data.lock):
        if time.monotonic() > deadline:
            raise CannotStart(
                f"The portal in {data.root} (process {pid}) did not stop in {LONGEST_STOP:.0f} s."
            )
        time.sleep(0.1)
    return True


def _is_held(lock: Path) -> bool:
    descriptor = os.open(lock, os.O_RDWR | os.O_CLOEXEC)
    try:
        return not _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _born(pid: int) -> str | None:
    """When the process began, in ticks since boot: a number given out again has another."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return None
