"""The part of JSON Schema (draft 2020-12) that case types use, read by somebody else than their
own validation; a keyword it does not know fails, so that nothing is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

Schema = dict[str, Any] | bool
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}
SAYS_NOTHING = {"$schema", "title", "description", "default", "x-rules", "then", "else", "format"}


def accepts(schema: Schema, value: Any) -> bool:
    """True when the value satisfies every keyword of the schema."""
    if isinstance(schema, bool):
        return schema
    return all(
        keyword in SAYS_NOTHING or KEYWORDS[keyword](said, value, schema)
        for keyword, said in schema.items()
    ) and _format(schema.get("format"), value)


def _format(said: Any, value: Any) -> bool:
    if said != "date" or not isinstance(value, str):
        return True
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _type(said: str, value: Any, _: Schema) -> bool:
    if isinstance(value, bool) and said != "boolean":
        return False
    return isinstance(value, TYPES[said])


def _properties(said: dict[str, Schema], value: Any, _: Schema) -> bool:
    return not isinstance(value, dict) or all(
        accepts(schema, value[name]) for name, schema in said.items() if name in value
    )


def _additional(said: bool, value: Any, schema: Any) -> bool:
    return said or not isinstance(value, dict) or set(value) <= set(schema["properties"])


def _conditional(said: Schema, value: Any, schema: Any) -> bool:
    branch = "then" if accepts(said, value) else "else"
    return accepts(schema.get(branch, True), value)


def _about(kind: type, holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any, Schema], bool]:
    """A keyword that concerns values of one kind and lets others pass."""
    return lambda said, value, _: not isinstance(value, kind) or holds(said, value)


KEYWORDS: dict[str, Callable[[Any, Any, Any], bool]] = {
    "type": _type,
    "enum": lambda said, value, _: any(type(v) is type(value) and v == value for v in said),
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _about(dict, lambda said, value: set(said) <= set(value)),
    "minProperties": _about(dict, lambda said, value: len(value) >= said),
    "allOf": lambda said, value, _: all(accepts(schema, value) for schema in said),
    "anyOf": lambda said, value, _: any(accepts(schema, value) for schema in said),
    "if": _conditional,
    "items": _about(list, lambda said, value: all(accepts(said, part) for part in value)),
    "contains": _about(list, lambda said, value: any(accepts(said, part) for part in value)),
    "minItems": _about(list, lambda said, value: len(value) >= said),
    "maxItems": _about(list, lambda said, value: len(value) <= said),
    "uniqueItems": _about(list, lambda said, value: not said or len(set(value)) == len(value)),
    "minLength": _about(str, lambda said, value: len(value) >= said),
    "maxLength": _about(str, lambda said, value: len(value) <= said),
    "pattern": _about(str, lambda said, value: re.search(said, value) is not None),
    "minimum": _about((int, float), lambda said, value: value >= said),  # type: ignore[arg-type]  # isinstance takes both
    "maximum": _about((int, float), lambda said, value: value <= said),  # type: ignore[arg-type]  # as above
}
