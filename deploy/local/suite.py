"""`make test`, `make bench`, `make proofs`, `make check` and the status list."""

import subprocess
from pathlib import Path

from deploy.local.control import Control
from deploy.local.failure import CannotStart
from deploy.local.paths import PYTHON, ROOT, DataFolder
from deploy.local.speech import tell
from deploy.local.testbed import Testbed

COMMANDS = {
    "test": ("-m", "pytest", "-p", "no:pytest_nameko"),
    "bench": ("-m", "tests.bench"),
    "proofs": ("-m", "tests.proofs"),
}
NEED_NO_SERVERS = ("tests/unit", "tests/architecture")
SIDE_BY_SIDE = ("-n", "2", "--dist", "loadscope", "--no-loadscope-reorder")
"""The whole suite in two processes; tests/conftest.py says who takes what."""

PROGRAMS = PYTHON.parent
CHECKS: tuple[tuple[str | Path, ...], ...] = (
    (PROGRAMS / "ruff", "check", "."),
    (PROGRAMS / "ruff", "format", "--check", "."),
    (PROGRAMS / "mypy", "--strict", "services", "gateway", "deploy"),
    (PROGRAMS / "lint-imports",),
    (PROGRAMS / "pytest", "-p", "no:pytest_nameko", "-q", "tests/architecture"),
)


def run_in_testbed(command: str, rest: list[str]) -> int:
    """Run against a fresh instance; gives back the command's own exit status."""
    arguments = [str(PYTHON), *COMMANDS[command], *rest]
    if command == "test" and needs_no_servers(rest):
        return subprocess.run(arguments, cwd=ROOT, check=False).returncode
    if command == "test" and not rest:
        arguments += SIDE_BY_SIDE
    with Testbed() as bed:
        # Both processes must collect the same tests in the same order, sets included.
        environment = {**bed.environment(), "PYTHONHASHSEED": "0"}
        return subprocess.run(arguments, cwd=ROOT, env=environment, check=False).returncode


def needs_no_servers(rest: list[str]) -> bool:
    """True when every test file or folder asked for is among those that run by themselves."""
    places = [argument for argument in rest if argument.startswith("tests")]
    return bool(places) and all(place.startswith(NEED_NO_SERVERS) for place in places)


def check() -> int:
    """All checks, also after one failed; 1 if any did."""
    failed = [check for check in CHECKS if subprocess.run(check, cwd=ROOT, check=False).returncode]
    for check in failed:
        tell(f"failed: {' '.join(Path(word).name for word in check)}")
    return 1 if failed else 0


def status(data: DataFolder) -> int:
    """Print how each process does."""
    try:
        children = Control(data.root).status()
    except ConnectionError as nothing:
        raise CannotStart(f"{str(nothing).capitalize()}.") from nothing
    for child in children:
        tell(
            f"{child.name:<22} pid {child.pid or '-':<8} port {child.port or '-':<6}"
            f" restarts {child.restarts}"
        )
    return 0
