"""`{name}` in a text, and nothing more: no attributes, no formats, no code."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def placeholders(text: str) -> frozenset[str]:
    """The names a text asks for."""
    return frozenset(_PLACEHOLDER.findall(text))


def has_stray_brace(text: str) -> bool:
    """True when a brace is left that is not part of a placeholder: a slip of the pen."""
    rest = _PLACEHOLDER.sub("", text)
    return "{" in rest or "}" in rest


def fill(text: str, values: Mapping[str, object]) -> str:
    """The text with each placeholder replaced once; raises KeyError when a value is missing."""
    return _PLACEHOLDER.sub(lambda match: str(values[match[1]]), text)
