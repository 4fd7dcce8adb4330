"""How long files and functions are."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from statistics import median, quantiles

from tests.architecture.checks.sources import Source

LONGEST_FILE = 400
P95_FILE = 250
MEDIAN_FILE = 80
P95_FUNCTION = 30
MEDIAN_FUNCTION = 8


def lines(source: Source) -> int:
    """Lines of a file."""
    return len(source.text.splitlines())


def too_long(source: Source) -> list[str]:
    """A file that holds more than one concern."""
    count = lines(source)
    return [f"{source.path}: {count} lines, at most {LONGEST_FILE}"] if count > LONGEST_FILE else []


def p95(values: Sequence[int]) -> float:
    """What 95 % do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def spread(values: Sequence[int], most_median: int, most_p95: int) -> list[str]:
    """What is wrong with the spread of lengths, as quality.md bounds it."""
    found = []
    if median(values) > most_median:
        found.append(f"median {median(values):g} lines, at most {most_median}")
    if p95(values) > most_p95:
        found.append(f"p95 {p95(values):g} lines, at most {most_p95}")
    return found


def function_lengths(sources: Iterable[Source]) -> list[int]:
    """Lines of each function's body, without its docstring."""
    return [
        (node.end_lineno or node.lineno) - body[0].lineno + 1
        for source in sources
        for node in source.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (body := _statements(node.body))
    ]


def _statements(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0]
    says = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] if says else body
