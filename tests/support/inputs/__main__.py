"""Write one of each input: `python -m tests.support.inputs FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.inputs import INPUTS


def main(arguments: list[str]) -> int:
    """Write them into the folder, made when missing; 2 when no folder is named."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.support.inputs FOLDER\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in INPUTS.items():
        written = (folder / name).write_bytes(make())
        sys.stdout.write(f"{written:>10} {name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
