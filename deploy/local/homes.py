"""Folders for the database and the broker, which run under users of their own when we are root."""

import hashlib
import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path

from deploy.local.paths import OURS_ALONE, DataFolder

PASS_THROUGH = 0o001


@dataclass(frozen=True)
class Home:
    """A server's folder and the user it runs as; None is the user who typed the command."""

    path: Path
    user: str | None
    moved: bool

    def own(self, *paths: Path) -> None:
        """Hand files that we wrote to the server's user."""
        if self.user is not None:
            for path in paths:
                shutil.chown(path, self.user, pwd.getpwnam(self.user).pw_gid)

    def folder(self, *names: str) -> Path:
        """A private folder below this home, made when missing."""
        path = self.path.joinpath(*names)
        path.mkdir(mode=OURS_ALONE, parents=True, exist_ok=True)
        self.own(path)
        return path

    def write(self, name: str, text: str) -> Path:
        """Write a file that only the server's user may read."""
        path = self.path / name
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        path.chmod(0o600)
        self.own(path)
        return path


def others_may_pass(folder: Path) -> bool:
    """True when any user may walk through the folder and all above it."""
    return all(place.stat().st_mode & PASS_THROUGH for place in (folder, *folder.parents))


def fallback(data: DataFolder, user: str) -> Path:
    """Where a server's data go when its user cannot reach the data folder: its own home, one folder
    per instance.
    """
    mark = hashlib.sha256(str(data.root).encode()).hexdigest()[:12]
    return Path(pwd.getpwnam(user).pw_dir) / f"entreprenorportalen-{mark}"


def home_of(data: DataFolder, server: str, user: str) -> Home:
    """Make the folder of a server. As root the server runs as `user`, who must be able to walk to
    it.

    We never loosen a folder that is not ours (/root stays closed); the data move instead, and the
    caller says so.
    """
    if os.geteuid() != 0 or not _exists(user):
        home = Home(data.root / server, None, moved=False)
    elif others_may_pass(data.root):
        home = Home(data.root / server, user, moved=False)
    else:
        home = Home(fallback(data, user), user, moved=True)
    home.folder()
    return home


def remove_moved(data: DataFolder) -> None:
    """Delete what an instance kept outside its data folder; for instances that are thrown away."""
    for user in ("postgres", "rabbitmq"):
        if os.geteuid() == 0 and _exists(user):
            shutil.rmtree(fallback(data, user), ignore_errors=True)


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
