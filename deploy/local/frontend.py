"""The front-end packages (design system, htmx), exactly those of `package-lock.json`.

Standard library only.
"""

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

from deploy.local.failure import CannotStart
from deploy.local.paths import ROOT
from deploy.local.speech import tell

PLACES = (
    ROOT,
    ROOT / "gateway",
    ROOT / "gateway" / "portals",
    ROOT / "gateway" / "portals" / "shared",
)
STAMP = ".installed"


def folders() -> list[Path]:
    """The folders with front-end packages of their own."""
    return [place for place in PLACES if (place / "package.json").exists()]


def ensure() -> None:
    """Install what is missing or changed.

    The stamp is written last, so a broken installation is repeated.
    """
    for folder in folders():
        mark = _mark(folder)
        if _is_installed(folder, mark):
            continue
        with (folder / "package.json").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not _is_installed(folder, mark):
                _install(folder, mark)


def _mark(folder: Path) -> str:
    files = (folder / "package.json", folder / "package-lock.json")
    return hashlib.sha256(
        b"".join(file.read_bytes() for file in files if file.exists())
    ).hexdigest()


def _is_installed(folder: Path, mark: str) -> bool:
    stamp = folder / "node_modules" / STAMP
    return stamp.exists() and stamp.read_text() == mark


def _install(folder: Path, mark: str) -> None:
    if shutil.which("npm") is None:
        raise CannotStart(
            "Node.js with npm is missing: it installs the portal's front-end packages."
        )
    tell(f"Installing front-end packages in {folder.relative_to(ROOT)}/")
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = next(iter((done.stderr or done.stdout).strip().splitlines()), "no reason given")
        raise CannotStart(f"npm ci failed in {folder.relative_to(ROOT)}/: {reason}")
    (folder / "node_modules" / STAMP).write_text(mark)
