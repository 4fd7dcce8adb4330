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


def kept() -> dict[str, str]:
    """The rows of the report as it stands, by the proof's id."""
    lines = REPORT.read_text().splitlines() if REPORT.exists() else []
    rows = [line for line in lines if line.startswith("| P")]
    return {row.split("|")[1].strip(): row for row in rows}


def report(rows: dict[str, str]) -> str:
    """The page, one row for each proof in the ledger that has ever been run."""
    known = [rows[proof.id] for proof in PROOFS if proof.id in rows]
    return (
        "# Proofs\n\nWritten by `make proofs`; a proof that is run again replaces its row.\n\n"
        "| id | claim | verdict | what pytest said | when, seed | not covered yet |\n"
        "|---|---|---|---|---|---|\n" + "\n".join(known) + "\n"
    )


def main() -> int:
    """Every proof asked for; 1 when one does not hold."""
    wanted = [name for name in os.environ.get("PROOFS", "").split(",") if name]
    rows, held = kept(), True
    for proof in PROOFS:
        if wanted and proof.id not in wanted:
            continue
        holds, line = run(proof)
        held = held and holds
        verdict = "holds" if holds else "**FAILS**"
        sys.stdout.write(f"{proof.id} {verdict}: {proof.claim} | {line}\n")
        stamp = clock.now().strftime("%Y-%m-%d %H:%M UTC")
        rows[proof.id] = (
            f"| {proof.id} | {proof.claim} | {verdict} | `{line}` | {stamp}, {SEED} "
            f"| {proof.not_covered or '–'} |"
        )
        REPORT.write_text(report(rows))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
