"""A measurement with everything needed to judge it, and the table it goes into."""

from __future__ import annotations

import json
import os
import platform
import statistics
from dataclasses import dataclass, field
from pathlib import Path

from services.chassis import clock

NOTES = "\n## What bounds them\n"


def quantile(series: list[float], share: float) -> float:
    """The value below which that share of the series lies."""
    ordered = sorted(series)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True)
class Result:
    """One aim, what was measured, and against what in the same run."""

    id: str
    what: str
    aim: str
    measured: str
    met: bool
    series: dict[str, list[float]] = field(default_factory=dict)
    unit: str = "ms"
    load: tuple[float, float, float] = field(default_factory=os.getloadavg)

    def line(self) -> str:
        """For the terminal."""
        verdict = "met" if self.met else "MISS"
        spreads = "; ".join(
            f"{name}: n={len(values)} p50={statistics.median(values):.2f} "
            f"p95={quantile(values, 0.95):.2f} min={min(values):.2f} max={max(values):.2f} "
            f"{self.unit}"
            for name, values in self.series.items()
        )
        load = " ".join(f"{value:.2f}" for value in self.load)
        return f"{self.id} {verdict}: {self.measured} (aim {self.aim}) | {spreads} | load {load}"


def write(folder: Path, results: list[Result]) -> None:
    """`bench.md` for people, `bench-series.json` with the raw numbers; measured ids replace old.

    What stands under the table, written by hand, stays.
    """
    folder.mkdir(exist_ok=True)
    raw = folder / "bench-series.json"
    known = json.loads(raw.read_text()) if raw.exists() else {}
    stamp = clock.now().strftime("%Y-%m-%d %H:%M UTC")
    for result in results:
        known[f"{result.id} {result.what}"] = {
            "line": result.line(),
            "aim": result.aim,
            "met": result.met,
            "measured": result.measured,
            "at": stamp,
            "machine": f"{os.cpu_count()} cores, {platform.machine()}",
            "series": {
                name: [round(value, 3) for value in values]
                for name, values in result.series.items()
            },
        }
    raw.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    rows = [
        f"| {name} | {row['aim']} | {row['measured']} | {'met' if row['met'] else '**miss**'} "
        f"| {row['at']} | {row['machine']}, load {row['line'].rpartition('load ')[2]} |"
        for name, row in sorted(known.items())
    ]
    table = folder / "bench.md"
    notes = table.read_text().partition(NOTES)[2] if table.exists() else ""
    table.write_text(
        "# Measured\n\nWritten by `make bench`; the raw series are in `bench-series.json`.\n\n"
        "| what | aim | measured | | when | machine |\n|---|---|---|---|---|---|\n"
        + "\n".join(rows)
        + f"\n{NOTES if notes else ''}{notes}"
    )
