"""YAML whose mappings remember the lines they stand on, so that a fault can say where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

Path = tuple[str | int, ...]


class Marked(dict[str, Any]):
    """A mapping with the line it begins on, and the line of each key."""

    line: int = 0
    lines: Mapping[str, int] = {}


def like(origin: Mapping[str, Any], content: Mapping[str, Any]) -> Marked:
    """Other content that stands where the origin stands."""
    made = Marked(content)
    if isinstance(origin, Marked):
        made.line, made.lines = origin.line, origin.lines
    return made


def load(text: str) -> Any:
    """The text as plain values and marked mappings. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader that also remembers lines


def line_of(source: Any, path: Path) -> int | None:
    """The line of the innermost part of the path that is known; None when none is."""
    line = None
    for part in path:
        if isinstance(source, Marked):
            line = source.lines.get(str(part)) or source.line or line
        try:
            source = source[part]
        except (KeyError, IndexError, TypeError):
            return line
    return (source.line or line) if isinstance(source, Marked) else line


def named(source: Any, path: Path) -> str:
    """`steps.work.fields.kind`: positions by the names of what stands there."""
    said: list[str] = []
    for part in path:
        try:
            source = source[part]
        except (KeyError, IndexError, TypeError):
            source = None
        known = source if isinstance(source, dict) and isinstance(part, int) else {}
        said.append(str(known.get("name") or known.get("key") or known.get("value") or part))
    return ".".join(said)


class _Loader(yaml.CSafeLoader):
    """Plain YAML, read by libyaml: six times as quick; nothing in it can name a Python object."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Marked:
    plain = loader.construct_mapping(node, deep=True)
    made = Marked({str(key): part for key, part in plain.items()})
    made.line = node.start_mark.line + 1
    made.lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    return made


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
