"""Which fields are shown and required, given what has been answered."""

from __future__ import annotations

from typing import Any

from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.contract.types.catalogue import FieldView

Values = dict[str, Any]
EMPTY: tuple[Any, ...] = (None, "", [], {})
"""Not answered; an empty list is no answer."""


def visible(definition: CaseTypeDefinition, values: Values) -> Values:
    """The values of shown fields; hidden means absent, also for what depends on the hidden."""
    shown: Values = {}
    for field in definition.fields():
        value = values.get(field.name)
        if value not in EMPTY and holds(field.shown_when, shown):
            shown[field.name] = value
    return shown


def required(field: FieldView, shown: Values) -> bool:
    """True when the field must be answered, given the shown answers before it."""
    if not holds(field.shown_when, shown):
        return False
    return field.required or (bool(field.required_when) and holds(field.required_when, shown))


def holds(condition: dict[str, list[str]], shown: Values) -> bool:
    """True when every named field has one of the named values."""
    return all(not named(shown.get(name)).isdisjoint(wanted) for name, wanted in condition.items())


def named(value: Any) -> set[str]:
    """An answer as conditions name it: `yes` and `no`, a choice, or several."""
    if isinstance(value, bool):
        return {"yes" if value else "no"}
    if isinstance(value, list):
        return {str(part) for part in value}
    return set() if value is None else {str(value)}
