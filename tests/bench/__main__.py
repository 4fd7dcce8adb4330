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
from tests.bench import s1_rpc, s2_submit, s3_lists, s7_start, s9_logins
from tests.bench.report import Result, write

# What fills the databases comes last.
MEASUREMENTS: dict[str, Callable[[Description], list[Result]]] = {
    "S1": s1_rpc.measure,
    "S7": s7_start.measure,
    "S9": s9_logins.measure,
    "S2": s2_submit.measure,
    "S3": s3_lists.measure,
}
DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Measure what was asked for, in order."""
    bed = Description.read()
    wanted = [name for name in os.environ.get("BENCH", "").split(",") if name] or list(MEASUREMENTS)
    results = [result for name in wanted for result in MEASUREMENTS[name](bed)]
    for result in results:
        sys.stdout.write(f"{result.line()}\n")
    write(DOCS, results)


if __name__ == "__main__":
    main()
