"""What a case type must satisfy beyond its shape: no form that cannot be filled in or read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from services.cases.catalogue.checks_of_fields import DECIDING, faults_of_field
from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.catalogue.faults import fault
from services.cases.catalogue.marked import Path
from services.cases.contract.types.catalogue import FieldView, FormRule
from services.cases.contract.types.publishing import Fault

LANGUAGES = frozenset({"nb", "nn", "en"})
NUMBERED = {"order": {"number", "date"}, "within": {"date"}, "sum": {"number"}}
"""What kinds of fields a rule can compare; the others compare all."""


def faults(definition: CaseTypeDefinition, source: Any) -> list[Fault]:
    """Everything that is wrong, each with its place; empty when the type may be published."""
    return [
        *_twice(source, ("steps",), [step.key for step in definition.steps]),
        *_twice(source, ("steps",), [field.name for field in definition.fields()]),
        *_untranslated(source, source, ()),
        *_fields(definition, source),
        *_property_field(definition, source),
        *_rules(definition, source),
        *_interval(definition, source),
        *_appeal(definition, source),
    ]


def _twice(source: Any, path: Path, names: list[str]) -> Iterator[Fault]:
    for name, count in Counter(names).items():
        if count > 1:
            yield fault("stands_twice", source, path, name=name)


def _untranslated(node: Any, source: Any, path: Path) -> Iterator[Fault]:
    """Texts are the mappings that hold a language; each must hold all three, none empty."""
    if isinstance(node, list):
        for position, part in enumerate(node):
            yield from _untranslated(part, source, (*path, position))
    elif isinstance(node, dict):
        if LANGUAGES.isdisjoint(node) and (node or path[-1] not in ("label", "title", "help")):
            for name, part in node.items():
                yield from _untranslated(part, source, (*path, name))
            return
        for language in sorted(LANGUAGES):
            if not str(node.get(language) or "").strip():
                yield fault("language_missing", source, path, language=language)


def _fields(definition: CaseTypeDefinition, source: Any) -> Iterator[Fault]:
    before: dict[str, FieldView] = {}
    for at, step in enumerate(definition.steps):
        for position, field in enumerate(step.fields):
            path = ("steps", at, "fields", position)
            yield from faults_of_field(field, before, source, path)
            before[field.name] = field


def _property_field(definition: CaseTypeDefinition, source: Any) -> Iterator[Fault]:
    """Zones and search need one property field, always shown; or a case to follow to its zone."""
    places = [field for field in definition.fields() if field.type == "properties"]
    cases = [field for field in definition.fields() if field.type == "case"]
    wanted = places or cases
    if len(wanted) != 1 or not wanted[0].required or wanted[0].shown_when:
        yield fault("no_property", source, ("steps",))


def _rules(definition: CaseTypeDefinition, source: Any) -> Iterator[Fault]:
    known = {field.name: field for field in definition.fields()}
    for at, rule in enumerate(definition.rules):
        path = ("rules", at)
        for name in [*rule.fields, *([rule.total] if rule.total else []), *rule.when]:
            field = _at(known, name)
            wanted = NUMBERED.get(rule.kind)
            if field is None or (wanted and name not in rule.when and field.type not in wanted):
                yield fault("rule_field", source, path, field=name)
        yield from (
            fault("not_a_decider", source, path, field=name)
            for name in rule.when
            if name in known and known[name].type not in DECIDING
        )
        if not _whole(rule):
            yield fault("rule_kind", source, path, kind=rule.kind)


def _whole(rule: FormRule) -> bool:
    """`days` belongs to within and `total` to sum, and these need them."""
    enough = len(rule.fields) >= (1 if rule.kind == "sum" else 2)
    two = rule.kind != "within" or len(rule.fields) == 2
    said = (rule.kind == "within") == (rule.days is not None)
    return enough and two and said and (rule.kind == "sum") == bool(rule.total)


def _at(known: dict[str, FieldView], name: str) -> FieldView | None:
    """The field, or the column of a repeating group: `pipes.length`."""
    field_name, _, column = name.partition(".")
    field = known.get(field_name)
    if field is None or not column:
        return field
    return next((each for each in field.columns if each.name == column), None)


def _interval(definition: CaseTypeDefinition, source: Any) -> Iterator[Fault]:
    opens, closes = definition.opens_at, definition.closes_at
    if any(instant is not None and instant.tzinfo is None for instant in (opens, closes)):
        yield fault("no_time_zone", source, ("opens_at",))
    elif opens is not None and closes is not None and closes <= opens:
        yield fault("closes_before_opens", source, ("closes_at",))


def _appeal(definition: CaseTypeDefinition, source: Any) -> Iterator[Fault]:
    """Who may appeal is told to whom and how long; a statement cannot be appealed."""
    if (definition.appeal_weeks is None) != (definition.appeal_body is None):
        yield fault("appeal_halfway", source, ("appeal_weeks",))
