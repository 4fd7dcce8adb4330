"""`make proofs`: run each claim's tests, print the verdicts, and write `docs/proofs.md`.

`PROOFS=P9,P10` runs a part; `ROUNDS` sets how often the broker is killed, `ARRIVALS` how many
orders of events are tried, `EVERY_HOURS` how many hours lie between two that are reckoned.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from services.chassis import clock
from tests.proofs.ledger import PROOFS, Proof

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "docs" / "proofs.md"
SEED = os.environ.get("SEED", "20261124")
WHOLE = {"ROUNDS": "10", "EVERY_HOURS": "1", "ARRIVALS": "60", "EVERYBODY": "1"}
"""How much the tests try, where they try little in the suite."""


def run(proof: Proof) -> tuple[bool, str]:
    """Whether it holds, and pytest's closing line."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--hypothesis-seed={SEED}", *proof.tests],
        cwd=ROOT,
        env={**WHOLE, **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stdout.write(done.stdout[-4000:])
    return done.returncode == 0, done.stdout.strip().splitlines()[-1]


def main() -> int:
    """Every proof asked for; 1 when one does not hold."""
    wanted = [name for name in os.environ.get("PROOFS", "").split(",") if name]
    rows, held = [], True
    for proof in PROOFS:
        if wanted and proof.id not in wanted:
            continue
        holds, line = run(proof)
        held = held and holds
        verdict = "holds" if holds else "FAILS"
        sys.stdout.write(f"{proof.id} {verdict}: {proof.claim} | {line}\n")
        rows.append(
            f"| {proof.id} | {proof.claim} | {verdict} | `{line}` | {proof.not_covered or '–'} |"
        )
    stamp = clock.now().strftime("%Y-%m-%d %H:%M UTC")
    REPORT.write_text(
        f"# Proofs\n\nWritten by `make proofs` on {stamp}, seed {SEED}.\n\n"
        "| id | claim | verdict | what pytest said | not covered yet |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
