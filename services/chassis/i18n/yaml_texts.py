"""YAML as a tree of texts: every scalar is a text, so `no`, `on` and `8.30` stay as written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml


def read_texts(file: Path) -> Iterator[tuple[str, str]]:
    """Dotted keys and their texts, in the order of the file.

    Raises ValueError, naming the line, when the file is not a tree of texts.
    """
    source = file.read_text(encoding="utf-8")
    try:
        root = yaml.compose(source, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"{file.name}: not YAML: {error}") from error
    if root is not None:
        yield from _flattened(root, "", file)


def _flattened(node: yaml.Node, key: str, file: Path) -> Iterator[tuple[str, str]]:
    if isinstance(node, yaml.ScalarNode) and key:
        yield key, node.value
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            path = f"{key}.{name.value}" if key else str(name.value)
            yield from _flattened(value, path, file)
    else:
        line = node.start_mark.line + 1
        raise ValueError(f"{file.name}:{line}: a text or more keys was expected")
