"""What no file may hold: commits, clock reads, unexplained exemptions, codes, empty names."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tests.architecture.checks.sources import Source, dotted, strings

CLOCKS = frozenset(
    {
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "time.time",
        "time.time_ns",
    }
)
EMPTY_NAMES = frozenset({"utils", "helpers", "common", "manager", "data", "info"})
_EXEMPTION = re.compile(r"#\s*(?P<what>noqa|type:\s*ignore)(?P<rest>.*)")
_CODES = re.compile(r"(?::\s*[A-Z]+[0-9]+(?:\s*,\s*[A-Z]+[0-9]+)*|\[[a-z0-9, -]+\])")
_LETTERS = re.compile(r"[A-Za-z]{3}")


def commits(source: Source) -> list[str]:
    """Where a transaction is committed."""
    return [
        f"{source.path}:{node.lineno}: commits; the chassis opens and closes transactions"
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "commit"
    ]


def clock_reads(source: Source) -> list[str]:
    """Where the time is read past `services.chassis.clock`, called or handed on."""
    known = _aliases(source)
    found = []
    for node in source.nodes:
        if isinstance(node, ast.Attribute | ast.Name):
            head, *rest = dotted(node).split(".")
            name = ".".join([known.get(head, head), *rest])
            if name in CLOCKS or name.removeprefix("datetime.") in CLOCKS:
                found.append(f"{source.path}:{node.lineno}: reads the time with {name}")
    return found


def _aliases(source: Source) -> dict[str, str]:
    """Local name -> dotted name, for `import datetime as dt` and `from time import time`."""
    known = {}
    for node in source.nodes:
        if isinstance(node, ast.Import):
            known.update({alias.asname or alias.name: alias.name for alias in node.names})
        elif isinstance(node, ast.ImportFrom) and node.module in {"datetime", "time"}:
            for alias in node.names:
                prefix = "time." if node.module == "time" else ""
                known[alias.asname or alias.name] = f"{prefix}{alias.name}"
    return known


def exemptions(source: Source) -> list[str]:
    """Exemptions without a code, or without a reason on their line.

    Of consecutive lines exempted from the same rule the first says why for all; blank lines between
    groups of imports do not part them.
    """
    found: list[str] = []
    explained: dict[str, int] = {}
    lines = ["", *source.text.splitlines()]
    for line, codes, reason in _exemptions(source):
        if not codes:
            found.append(f"{source.path}:{line}: an exemption from everything: name the rule")
        elif reason or (
            codes in explained and not "".join(lines[explained[codes] + 1 : line]).strip()
        ):
            explained[codes] = line
        else:
            found.append(f"{source.path}:{line}: exempt from {codes} without a reason beside it")
    return found


def _exemptions(source: Source) -> Iterator[tuple[int, str, bool]]:
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        match = _EXEMPTION.match(token.string) if token.type == tokenize.COMMENT else None
        if match:
            codes = _CODES.match(match["rest"].strip())
            rest = match["rest"].strip()[codes.end() if codes else 0 :]
            named = codes[0].lstrip(": ") if codes else ""
            yield token.start[0], named, bool(_LETTERS.search(rest))


def case_type_codes(source: Source, codes: Iterable[str]) -> list[str]:
    """Where a case type is named in code: what differs by type belongs in the catalogue."""
    word = re.compile(rf"(?<![A-Z-])({'|'.join(map(re.escape, codes))})(?![A-Z-])")
    return [
        f"{source.path}:{line}: names the case type {match[1]}"
        for line, value in strings(source)
        if (match := word.search(value))
    ]


def empty_name(path: str) -> list[str]:
    """Modules and packages whose name does not say what is in them."""
    pure = PurePosixPath(path)
    return [
        f"{path}: {name!r} says nothing of what is in it"
        for name in (*pure.parent.parts, pure.stem)
        if name in EMPTY_NAMES
    ]
