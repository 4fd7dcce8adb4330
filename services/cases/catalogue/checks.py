"""What a case type must satisfy beyond its shape: no form that cannot be filled in or read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.contract.types.catalogue import FieldView

LANGUAGES = frozenset({"nb", "nn", "en"})
DECIDING = frozenset({"choice", "choices", "yes_no"})
"""Fields that others may depend on."""


def problems(definition: CaseTypeDefinition) -> list[str]:
    """Everything that is wrong, each naming the field; empty when the type may be published."""
    return [
        *_twice("step", [step.key for step in definition.steps]),
        *_twice("field", [field.name for field in definition.fields()]),
        *_untranslated(definition.model_dump(), ""),
        *_fields(definition),
        *_property_field(definition),
        *_interval(definition),
    ]


def _twice(what: str, names: list[str]) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f"{what} {name} stands {count} times"


def _untranslated(node: Any, path: str) -> Iterator[str]:
    """Texts are the mappings that hold a language; each must hold all three, none empty."""
    if isinstance(node, list):
        for position, part in enumerate(node):
            yield from _untranslated(part, f"{path}[{position}]")
    elif isinstance(node, dict):
        if not LANGUAGES.isdisjoint(node):
            missing = [name for name in sorted(LANGUAGES) if not str(node.get(name, "")).strip()]
            yield from (f"{path} lacks {name}" for name in missing)
            return
        if path and not node and path.endswith(("label", "title", "help", "summary")):
            yield f"{path} is empty"
        for name, part in node.items():
            yield from _untranslated(part, f"{path}.{name}".lstrip("."))


def _fields(definition: CaseTypeDefinition) -> Iterator[str]:
    before: dict[str, FieldView] = {}
    for field in definition.fields():
        for condition in ("shown_when", "required_when"):
            yield from _condition(field, condition, before)
        yield from _details(field)
        before[field.name] = field


def _condition(field: FieldView, condition: str, before: dict[str, FieldView]) -> Iterator[str]:
    """A condition names an earlier field and values it can have; so no two wait for each other."""
    for other, values in getattr(field, condition).items():
        where = f"{field.name}.{condition}"
        decider = before.get(other)
        if decider is None:
            yield f"{where}: no earlier field {other}"
            continue
        if decider.type not in DECIDING:
            yield f"{where}: {other} is not a choice"
        possible = {choice.value for choice in decider.choices} or {"yes", "no"}
        if not values:
            yield f"{where}: {other} has no values"
        impossible = [value for value in values if value not in possible]
        yield from (f"{where}: {other} is never {value}" for value in impossible)


def _details(field: FieldView) -> Iterator[str]:
    choosing = field.type in {"choice", "choices"}
    if choosing != bool(field.choices):
        yield f"{field.name}: choices belong to choice fields, and these need them"
    yield from _twice(f"{field.name}: choice", [choice.value for choice in field.choices])
    if (field.type == "attachment") != bool(field.kind):
        yield f"{field.name}: a kind belongs to attachments, and these need one"
    if field.type != "number" and (field.whole or field.unit or field.minimum is not None):
        yield f"{field.name}: limits and units belong to numbers"
    if None not in (field.minimum, field.maximum) and field.minimum > field.maximum:  # type: ignore[operator]  # None was ruled out
        yield f"{field.name}: minimum over maximum"
    if field.required and field.required_when:
        yield f"{field.name}: required always and sometimes"
    if field.help is None:
        yield f"{field.name}: help is missing"


def _property_field(definition: CaseTypeDefinition) -> Iterator[str]:
    """Zones and search need exactly one property field, always shown and required."""
    found = [field for field in definition.fields() if field.type == "properties"]
    if len(found) != 1 or not found[0].required or found[0].shown_when:
        yield "exactly one required field of type properties is needed"


def _interval(definition: CaseTypeDefinition) -> Iterator[str]:
    opens, closes = definition.opens_at, definition.closes_at
    if any(instant is not None and instant.tzinfo is None for instant in (opens, closes)):
        yield "opens_at and closes_at need a time zone"
    elif opens is not None and closes is not None and closes <= opens:
        yield "closes_at is not after opens_at"
