"""How two versions of a case type differ, in the words their forms use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.visibility import Values
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.catalogue import FieldView
from services.cases.contract.types.publishing import TypeChange
from services.cases.contract.types.words import ChangeKind

PARTS: Mapping[ChangeKind, tuple[str, ...]] = {
    "type_changed": ("type", "whole", "kind", "accept", "refers_to"),
    "conditions_changed": ("shown_when", "required_when"),
    "choices_changed": ("choices", "columns"),
    "limits_changed": ("minimum", "maximum", "max_length", "unit", "fewest", "most"),
    "words_changed": ("label", "help"),
}
"""What of a field each kind of change looks at; whether it is required has kinds of its own."""
NOT_TERMS = frozenset({"code", "version", "steps", "rules"})
ONLY_WORDS = frozenset(
    {
        "order",
        "topic",
        "title",
        "summary",
        "for_whom",
        "how_long",
        "manual",
        "old_names",
        "keywords",
        "preconditions",
    }
)
"""Terms that explain the type, and bind nobody."""
LONGEST = 300
"""Characters of a side by side; longer ones are cut."""


def changes(old: CaseType, new: CaseType) -> list[TypeChange]:
    """Every difference, fields first, in the order of the new form."""
    return [*_fields(old, new), *_rules(old, new), *_terms(old, new)]


def asks_otherwise(old: CaseType, new: CaseType) -> bool:
    """True when more than words differ: what is asked, of whom, or what holds for the answer."""
    return any(
        change.field not in ONLY_WORDS if change.kind == "terms_changed" else True
        for change in changes(old, new)
        if change.kind != "words_changed"
    )


def dropped(new: CaseType, values: Values) -> list[str]:
    """Fields whose answers the new version does not take, in the order they were kept."""
    known = {name: value for name, value in values.items() if name in new.fields}
    refused = {name for name in known if not _takes(new, name, known[name])}
    return [name for name in values if name not in known or name in refused]


def _takes(new: CaseType, name: str, value: Any) -> bool:
    try:
        new.normalised({name: value})
    except InvalidForm:
        return False
    return True


def _fields(old: CaseType, new: CaseType) -> Iterator[TypeChange]:
    for name, field in new.fields.items():
        before = old.fields.get(name)
        if before is None:
            kind: ChangeKind = "now_required" if field.required else "field_added"
            yield TypeChange(kind=kind, field=name, label=field.label)
        else:
            yield from _field(old, new, before, field)
    for name, field in old.fields.items():
        if name not in new.fields:
            yield TypeChange(kind="field_removed", field=name, label=field.label)


def _field(
    old: CaseType, new: CaseType, before: FieldView, after: FieldView
) -> Iterator[TypeChange]:
    if before.required != after.required:
        kind: ChangeKind = "now_required" if after.required else "no_longer_required"
        yield TypeChange(kind=kind, field=after.name, label=after.label)
    if old.definition.step_of(after.name) != new.definition.step_of(after.name):
        yield TypeChange(kind="field_moved", field=after.name, label=after.label)
    for kind, parts in PARTS.items():
        was, is_now = _side(before, parts), _side(after, parts)
        if was != is_now:
            yield TypeChange(
                kind=kind,
                field=after.name,
                label=after.label,
                before=_written(was),
                after=_written(is_now),
            )


def _rules(old: CaseType, new: CaseType) -> Iterator[TypeChange]:
    was = [rule.model_dump(exclude_defaults=True) for rule in old.definition.rules]
    is_now = [rule.model_dump(exclude_defaults=True) for rule in new.definition.rules]
    if was != is_now:
        yield TypeChange(
            kind="rules_changed", field="rules", before=_written(was), after=_written(is_now)
        )


def _terms(old: CaseType, new: CaseType) -> Iterator[TypeChange]:
    """What stands beside the form: titles, deadline, who may apply, when it is open."""
    for name in sorted({*old.source, *new.source} - NOT_TERMS):
        was, is_now = old.source.get(name), new.source.get(name)
        if was != is_now:
            yield TypeChange(
                kind="terms_changed", field=name, before=_written(was), after=_written(is_now)
            )


def _side(field: FieldView, parts: tuple[str, ...]) -> dict[str, Any]:
    return field.model_dump(mode="json", include=set(parts), exclude_defaults=True)


def _written(side: Any) -> str:
    """As it stands in the source of a type."""
    if side is None or side == {}:
        return ""
    text = side if isinstance(side, str) else _source(side)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _source(side: Any) -> str:
    written: str = yaml.safe_dump(side, allow_unicode=True, sort_keys=False)
    return written.strip()
