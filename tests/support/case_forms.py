"""Complete forms of any case type, made from its own fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.visibility import Values, holds, required
from services.cases.contract.types.catalogue import FieldView, FormRule

DAY = "2026-12-01"
PLACE = {"kommunenr": "4601", "gnr": 164, "bnr": 123, "fnr": 0, "snr": 0, "address": "Storgata 1"}
CASE_NUMBER = "VA-2026-000001"
Choose = Callable[[FieldView, list[Any]], Any]
Wanted = Callable[[FieldView], bool]


def first(_field: FieldView, options: list[Any]) -> Any:
    """The first option."""
    return options[0]


def nothing_more(_field: FieldView) -> bool:
    """Only what is required."""
    return False


def complete(kind: CaseType, choose: Choose = first, more: Wanted = nothing_more) -> Values:
    """A form that may be submitted; `choose` decides, `more` says which optional ones to fill."""
    values: Values = {}
    for field in kind.fields.values():
        shown = kind.visible(values)
        if required(field, shown) or (holds(field.shown_when, shown) and more(field)):
            values[field.name] = answer(field, choose)
    for rule in kind.definition.rules:
        fit(kind, rule, values, choose)
    return values


def answer(field: FieldView, choose: Choose = first) -> Any:
    """An answer the field takes."""
    options: list[Any] = [choice.value for choice in field.choices] or [False, True]
    match field.type:
        case "choice" | "yes_no":
            given: Any = choose(field, options)
        case "choices":
            given = [choose(field, options)]
        case "number":
            given = _number(field)
        case "rows":
            given = [_row(field, choose)] * (field.fewest or 1)
        case "attachment":
            given = [field.name]
        case _:
            given = SAMPLES[field.type]
    return given


def fit(kind: CaseType, rule: FormRule, values: Values, choose: Choose) -> None:
    """Make the answers fit a rule; days are all the same day, which fits the others."""
    if rule.kind == "sum" and rule.total in values:
        values[rule.total] = sum(_summed(name, values) for name in rule.fields)
    if rule.kind == "any_of" and not any(name in values for name in rule.fields):
        values[rule.fields[0]] = answer(kind.fields[rule.fields[0]], choose)


def _summed(name: str, values: Values) -> float:
    field, _, column = name.partition(".")
    if not column:
        return float(values.get(field) or 0)
    return sum(row.get(column, 0) for row in values.get(field) or [])


def _row(field: FieldView, choose: Choose) -> Values:
    """A row with all its columns."""
    return {column.name: answer(column, choose) for column in field.columns}


def _number(field: FieldView) -> float:
    low = field.minimum if field.minimum is not None else 0
    high = field.maximum if field.maximum is not None else low + 10
    number = min(high, max(low, 5))
    return int(number) if field.whole else float(number)


SAMPLES: dict[str, Any] = {
    "properties": [PLACE],
    "text": "En tekst",
    "long_text": "En lengre tekst",
    "date": DAY,
    "orgnr": "311153056",
    "email": "post@firma.example",
    "mobile": "+4799999999",
    "case": CASE_NUMBER,
}
