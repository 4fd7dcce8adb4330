"""Where things are: the source tree and the folder of one running instance."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"

OTHERS_MAY_PASS = 0o711
OURS_ALONE = 0o700


@dataclass(frozen=True)
class DataFolder:
    """The folder that holds all that one instance remembers.

    Delete it and the instance never was.
    """

    root: Path

    @classmethod
    def at(cls, place: str | Path) -> "DataFolder":
        """The folder at `place`; a relative place counts from the source tree, wherever the command
        was typed.
        """
        return cls(Path(os.path.normpath(ROOT / place)))

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.json"

    @property
    def environment(self) -> Path:
        return self.root / "environment.json"

    @property
    def control(self) -> Path:
        return self.root / "control.sock"

    @property
    def supervisor(self) -> Path:
        return self.root / "supervisor.json"

    @property
    def lock(self) -> Path:
        return self.root / "supervisor.lock"

    @property
    def seeded(self) -> Path:
        return self.root / "seeded"

    @property
    def description(self) -> Path:
        return self.root / "description.json"

    @property
    def ready(self) -> Path:
        return self.root / "ready"

    @property
    def demo_accounts(self) -> Path:
        return self.root / "demo-accounts.txt"

    def create(self) -> None:
        """Make the folders.

        The database and broker users pass through the root; all else is ours alone.
        """
        self.root.mkdir(mode=OTHERS_MAY_PASS, parents=True, exist_ok=True)
        self.root.chmod(OTHERS_MAY_PASS)
        for inner in ("logs", "keys", "objects", "staging", "spool", "lifeline", "sandbox"):
            (self.root / inner).mkdir(mode=OURS_ALONE, exist_ok=True)


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step, readable by us alone from its first byte."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)
