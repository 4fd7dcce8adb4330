"""`python -m tests.architecture.rows`: the acceptance table, and the tests that show each row.

Fails on a row that is unknown, missing or twice, on a test that does not exist, and on a row with
neither a test nor the issue it waits for.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from tests.architecture.checks.sources import ROOT

TABLE = ROOT / "docs" / "rows.yaml"
KNOWN = tuple(f"R{number:02}" for number in range(1, 88))


class Row(BaseModel):
    """One statement. Priority: 1 first release, 2 soon after, 3 nice."""

    model_config = ConfigDict(extra="forbid")

    id: str
    says: str = Field(min_length=10, max_length=120)
    priority: int = Field(ge=1, le=3)
    tests: list[str] = []
    later: str = Field(default="", pattern="^([a-z][a-z0-9-]+)?$")
    """The issue that brings what no test shows yet."""

    @property
    def state(self) -> str:
        """How far it is."""
        if not self.tests:
            return "later"
        return "in part" if self.later else "shown"


def read(table: Path = TABLE) -> list[Row]:
    """The table, in its order."""
    return [Row.model_validate(row) for row in yaml.safe_load(table.read_text("utf-8"))]


def problems(rows: Sequence[Row], root: Path = ROOT) -> list[str]:
    """What is wrong with the table, one line each."""
    ids = [row.id for row in rows]
    found = [f"{row_id}: unknown" for row_id in ids if row_id not in KNOWN]
    found += [f"{row_id}: missing" for row_id in KNOWN if row_id not in ids]
    found += [f"{row_id}: stands twice" for row_id in {*ids} if ids.count(row_id) > 1]
    for row in rows:
        if not row.tests and not row.later:
            found.append(f"{row.id}: neither a test nor the issue it waits for")
        found += [f"{row.id}: no test {test}" for test in row.tests if not exists(test, root)]
    return sorted(found)


def exists(test: str, root: Path = ROOT) -> bool:
    """True when `file.py::function` or `file.py::Class::method` is there."""
    path, *names = test.split("::")
    return bool(names) and "::".join(names) in _tests_in(root / path)


@lru_cache
def _tests_in(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    return frozenset(_named(ast.parse(path.read_text("utf-8")).body))


def _named(body: Sequence[ast.stmt], prefix: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield prefix + node.name
        elif isinstance(node, ast.ClassDef):
            yield from _named(node.body, f"{prefix}{node.name}::")


def table(rows: Sequence[Row]) -> str:
    """The rows for reading, and how many are how far."""
    lines = [
        f"{row.id}  {row.priority}  {row.state:8}{len(row.tests) or '':>2}  {row.says}"
        + (f" [{row.later}]" if row.later else "")
        for row in rows
    ]
    states = [row.state for row in rows]
    counts = ", ".join(f"{states.count(state)} {state}" for state in ("shown", "in part", "later"))
    return "\n".join([*lines, "", f"{len(rows)} rows: {counts}"])


def main() -> int:
    """Print the table, then what is wrong; 1 when anything is."""
    rows = read()
    wrong = problems(rows)
    sys.stdout.write("\n".join([table(rows), *wrong, ""]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
