"""What each field of a case type must satisfy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from services.cases.catalogue.faults import fault
from services.cases.catalogue.marked import Path
from services.cases.contract.types.catalogue import FieldView
from services.cases.contract.types.publishing import Fault

DECIDING = frozenset({"choice", "choices", "yes_no"})
"""Fields that others may depend on."""
IN_ROWS = frozenset({"text", "number", "date", "yes_no", "choice", "orgnr", "email", "mobile"})
"""What a column of a repeating group may be."""


def faults_of_field(
    field: FieldView, before: dict[str, FieldView], source: Any, path: Path
) -> Iterator[Fault]:
    """Everything wrong with it; `before` are the fields it may depend on."""
    yield from _condition(field.shown_when, before, source, (*path, "shown_when"))
    yield from _condition(field.required_when, before, source, (*path, "required_when"))
    yield from _belonging(field, source, path)
    yield from _limits(field, source, path)
    yield from _columns(field, source, path)
    if field.required and field.required_when:
        yield fault("required_twice", source, path)
    if field.help is None:
        yield fault("help_missing", source, path)


def _condition(
    condition: dict[str, list[str]], before: dict[str, FieldView], source: Any, path: Path
) -> Iterator[Fault]:
    """A condition names an earlier field and values it can have; so no two wait for each other."""
    for other, values in condition.items():
        decider = before.get(other)
        if decider is None:
            yield fault("no_earlier_field", source, path, field=other)
            continue
        if decider.type not in DECIDING:
            yield fault("not_a_decider", source, path, field=other)
        if not values:
            yield fault("no_values", source, path, field=other)
        possible = {choice.value for choice in decider.choices} or {"yes", "no"}
        for value in values:
            if value not in possible:
                yield fault("impossible_value", source, path, field=other, value=value)


def _belonging(field: FieldView, source: Any, path: Path) -> Iterator[Fault]:
    """What belongs to one type of field stands there and nowhere else."""
    if (field.type in {"choice", "choices"}) != bool(field.choices):
        yield fault("choices_misplaced", source, path)
    for value, count in Counter(choice.value for choice in field.choices).items():
        if count > 1:
            yield fault("stands_twice", source, (*path, "choices"), name=value)
    if (field.type == "attachment") != bool(field.kind):
        yield fault("kind_misplaced", source, path)
    if (field.type == "case") != bool(field.refers_to):
        yield fault("refers_misplaced", source, path)


def _limits(field: FieldView, source: Any, path: Path) -> Iterator[Fault]:
    limited = field.whole or field.unit or (field.minimum, field.maximum) != (None, None)
    if field.type != "number" and limited:
        yield fault("limits_misplaced", source, path)
    if field.type != "rows" and (field.fewest, field.most) != (None, None):
        yield fault("limits_misplaced", source, path)
    for low, high in ((field.minimum, field.maximum), (field.fewest, field.most)):
        if low is not None and high is not None and low > high:
            yield fault("minimum_over_maximum", source, path)


def _columns(field: FieldView, source: Any, path: Path) -> Iterator[Fault]:
    if (field.type == "rows") != bool(field.columns):
        yield fault("columns_misplaced", source, path)
    names = Counter(column.name for column in field.columns)
    for name, count in names.items():
        if count > 1:
            yield fault("stands_twice", source, (*path, "columns"), name=name)
    for at, column in enumerate(field.columns):
        here = (*path, "columns", at)
        if column.type not in IN_ROWS:
            yield fault("columns_misplaced", source, here)
        if column.shown_when or column.required_when:
            yield fault("column_conditions", source, here)
        yield from _belonging(column, source, here)
        yield from _limits(column, source, here)
