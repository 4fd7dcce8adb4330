"""Programs from Debian that the portal runs. Standard library only."""

import ctypes.util
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from deploy.local.failure import CannotStart
from deploy.local.server_files import RABBITMQ_SERVER, postgres_contrib
from deploy.local.speech import tell

STARTS_SERVICES = Path("/usr/sbin/policy-rc.d")
DO_NOT_START = "#!/bin/sh\nexit 101\n"


@dataclass(frozen=True)
class Package:
    """A package, and how to see that what we use of it is there, however it was installed."""

    name: str
    present: Callable[[], bool]


def _postgres() -> bool:
    try:
        return postgres_contrib()
    except FileNotFoundError:
        return False


TO_RUN = (
    Package("postgresql", _postgres),
    Package("postgresql-contrib", _postgres),
    Package(
        "rabbitmq-server", lambda: RABBITMQ_SERVER.exists() and shutil.which("erl") is not None
    ),
    Package("libmagic1", lambda: ctypes.util.find_library("magic") is not None),
    Package("python3-venv", lambda: find_spec("ensurepip") is not None),
    Package("util-linux", lambda: shutil.which("setpriv") is not None),
)
TO_TEST = (Package("chromium", lambda: shutil.which("chromium") is not None),)


def missing(packages: tuple[Package, ...]) -> list[str]:
    """The names of the packages that are not there."""
    return [package.name for package in packages if not package.present()]


def ensure(*, for_tests: bool) -> None:
    """Install what is missing when we may; otherwise say in one sentence what it is."""
    packages = TO_RUN + (TO_TEST if for_tests else ())
    absent = missing(packages)
    if not absent:
        return
    command = f"apt-get update && apt-get install -y {' '.join(absent)}"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise CannotStart(
            f"These Debian packages are missing: {', '.join(absent)}. As root: {command}"
        )
    tell(f"Installing from Debian: {', '.join(absent)}")
    with _system_services_off():
        _apt("update")
        _apt("install", "-y", "--no-install-recommends", *absent)
    still = missing(packages)
    if still:
        raise CannotStart(
            f"Debian's packages were installed, but this is still missing: {', '.join(still)}."
        )


def _apt(*arguments: str) -> None:
    done = subprocess.run(
        ["apt-get", "-q", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise CannotStart(f"apt-get {arguments[0]} failed: {' '.join(reason)}")


@contextmanager
def _system_services_off() -> Iterator[None]:
    """The packages come with system services on well-known ports; we run private ones, so those are
    not started.
    """
    if STARTS_SERVICES.exists():
        yield
        return
    STARTS_SERVICES.write_text(DO_NOT_START)
    STARTS_SERVICES.chmod(0o755)
    try:
        yield
    finally:
        STARTS_SERVICES.unlink(missing_ok=True)
