"""S7: `make up` warm to ready, and the memory of all processes together."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from deploy.local.description import Description
from deploy.local.homes import remove_moved
from deploy.local.paths import OTHERS_MAY_PASS, DataFolder
from deploy.local.ports import assign
from tests.bench.report import Result
from tests.support.waiting import until

STARTS = 3
READY_SECONDS, MEMORY_MB = 15.0, 1200.0
LONGEST_START_SECONDS = 180.0


def proportional_set(pid: int) -> float:
    """PSS of one process in MB: shared pages are divided among those that share them."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    kilobytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(kilobytes) / 1024


def descendants(pid: int) -> list[int]:
    """The process and everything below it."""
    children = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        children += [int(child) for child in task.read_text().split()]
    return [pid, *(below for child in children for below in descendants(child))]


def memory_by_process(bed: Description) -> dict[str, float]:
    """MB by process name; the servers with their children."""
    return {
        child.name: sum(proportional_set(pid) for pid in descendants(child.pid))
        for child in bed.control.status()
        if child.pid
    }


def one_start(data: DataFolder, ports: dict[str, int]) -> float:
    """Seconds from the command to ready; stopped again afterwards."""
    started = time.perf_counter()
    supervisor = subprocess.Popen(
        [sys.executable, "-m", "deploy.local", "up", "--silent"],
        env={
            **os.environ,
            "DATA": str(data.root),
            "PORT": str(ports["port"]),
            "SANDBOX_PORT": str(ports["sandbox"]),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until(data.ready.exists, within=LONGEST_START_SECONDS, what="ready")
        return time.perf_counter() - started
    finally:
        supervisor.terminate()
        supervisor.wait()


def measure(bed: Description) -> list[Result]:
    """Warm starts of an instance of its own; the memory of the one that runs."""
    with tempfile.TemporaryDirectory(prefix="entreprenorportalen-bench-") as folder:
        Path(folder).chmod(OTHERS_MAY_PASS)
        data, ports = DataFolder(Path(folder)), assign(("port", "sandbox"), {}, ())
        cold, *starts = [one_start(data, ports) for _ in range(STARTS + 1)]
        remove_moved(data)
    memory = memory_by_process(bed)
    total = sum(memory.values())
    return [
        Result(
            "S7",
            "warm start to ready",
            f"<= {READY_SECONDS:.0f} s",
            f"median {statistics.median(starts):.1f} s",
            statistics.median(starts) <= READY_SECONDS,
            {"warm": starts, "cold": [cold]},
            unit="s",
        ),
        Result(
            "S7",
            "memory of all processes (PSS)",
            f"<= {MEMORY_MB:.0f} MB",
            f"{total:.0f} MB",
            total <= MEMORY_MB,
            {name: [value] for name, value in memory.items()},
            unit="MB",
        ),
    ]
