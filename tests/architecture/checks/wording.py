"""Text keys against what the code asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from tests.architecture.checks.sources import Source, strings

_QUOTED = re.compile(r"""(["'])((?:[A-Za-z0-9_]+\.)*[A-Za-z0-9_]+)\1""")
_PLURALS = (".one", ".other")


def literals(sources: Iterable[Source]) -> frozenset[str]:
    """Strings in Python code, and quoted keys in templates and scripts."""
    found: set[str] = set()
    for source in sources:
        if source.path.endswith(".py"):
            found.update(value for _line, value in strings(source))
        else:
            found.update(match[2] for match in _QUOTED.finditer(source.text))
    return frozenset(found)


def unused(keys: Iterable[str], asked: Collection[str], dynamic: Mapping[str, str]) -> list[str]:
    """Keys nothing asks for, neither by name nor below a prefix that is put together."""
    return sorted(
        f"{key}: no code asks for it"
        for key in keys
        if _asked_as(key) not in asked and key not in asked and not key.startswith(tuple(dynamic))
    )


def idle(keys: Collection[str], dynamic: Mapping[str, str]) -> list[str]:
    """Listed prefixes below which there is no text any more."""
    return sorted(
        f"{prefix}: no text begins so"
        for prefix in dynamic
        if not any(key.startswith(prefix) for key in keys)
    )


def missing(wanted: Iterable[str], has: Mapping[Any, Collection[str]]) -> list[str]:
    """Keys a language lacks; `has` gives each language's keys."""
    return sorted(
        f"{language} {key}: no text"
        for key in wanted
        for language, keys in has.items()
        if key not in keys
    )


def _asked_as(key: str) -> str:
    """`cases.one` and `cases.other` are asked for as `cases`."""
    for plural in _PLURALS:
        key = key.removesuffix(plural)
    return key
