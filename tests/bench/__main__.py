"""`make bench`: measure, print, and write `docs/bench.md` and the raw series beside it.

`BENCH=S1,S7` measures a part. A miss is written as a miss; the exit status is 0 all the same, since
a shared machine may be busy.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from deploy.local.description import Description
from tests.bench import growing, s1_rpc, s7_start, s9_logins
from tests.bench.report import Result, write

MEASUREMENTS: dict[str, Callable[[Description], list[Result]]] = {
    "S1": s1_rpc.measure,
    "S7": s7_start.measure,
    "S9": s9_logins.measure,
}
DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Measure what was asked for, in order."""
    bed = Description.read()
    every = [*MEASUREMENTS, *growing.MEASURED]
    wanted = [name for name in os.environ.get("BENCH", "").split(",") if name] or every
    if unknown := set(wanted) - set(every):
        sys.exit(f"There is no measurement called {', '.join(unknown)}; there are {every}.")
    results = [
        result for name in MEASUREMENTS if name in wanted for result in MEASUREMENTS[name](bed)
    ]
    if grown := set(wanted) & set(growing.MEASURED):  # last, since it fills the databases
        results += growing.measure(bed, grown)
    for result in results:
        sys.stdout.write(f"{result.line()}\n")
    write(DOCS, results)


if __name__ == "__main__":
    main()
