"""A step of a case's form: what the browser sent to values, and values to what a page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gateway.portals.contractor.placing import NUMBERS, POINT, placed, point_of
from gateway.portals.shared.forms import Posted
from gateway.problem import Problem
from services.cases.contract.types.catalogue import FieldView, StepView
from services.documents.contract.types import DocumentView

PROPERTY_PARTS = (*NUMBERS, "fnr", "snr", "address", POINT)
MOST_ROWS = 20
Values = dict[str, Any]


@dataclass(frozen=True)
class ShownField:
    """A field as it stands on the page."""

    view: FieldView
    value: Any
    shown: bool
    needed: bool
    error: str = ""
    row_errors: dict[str, str] = field(default_factory=dict)
    """Errors inside a property: `0.gnr` -> message."""
    files: list[DocumentView | str] = field(default_factory=list)
    """Documents by state; the bare id of one that documents has not told of yet."""


def read_step(form: Posted, step: StepView) -> Values:
    """The step's values as they were sent; None removes one. Checked by cases, not here."""
    return {view.name: _read(form, view) for view in step.fields}


def _read(form: Posted, view: FieldView) -> Any:
    match view.type:
        case "choices" | "attachment":
            return form.all(view.name)
        case "properties":
            return _read_properties(form, view.name)
        case "rows":
            return [
                {part: value for part, value in row.items() if value}
                for row in group_rows(form, view)
                if any(row.values())
            ]
        case _:
            return form.text(view.name) or None


def _read_properties(form: Posted, name: str) -> list[dict[str, str]]:
    return kept_rows(
        [
            {part: form.text(f"{name}.{at}.{part}") for part in PROPERTY_PARTS}
            for at in range(MOST_ROWS + 1)
        ]
    )


def kept_rows(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Those that say where, with their point and without their empty parts."""
    return [
        {part: value for part, value in placed(row).items() if value}
        for row in rows
        if any(row.get(part) for part in ("gnr", "bnr", "address"))
    ]


def typed_rows(form: Posted, name: str) -> list[dict[str, str]]:
    """Every property as it was sent, empty ones too."""
    return _typed(form, name, PROPERTY_PARTS, MOST_ROWS)


def group_rows(form: Posted, view: FieldView) -> list[dict[str, str]]:
    """Every row of a repeating group as it was sent, empty ones too."""
    if view.type == "properties":
        return typed_rows(form, view.name)
    parts = tuple(column.name for column in view.columns)
    return _typed(form, view.name, parts, view.most or MOST_ROWS)


def _typed(form: Posted, name: str, parts: tuple[str, ...], most: int) -> list[dict[str, str]]:
    """One row more than may be is read, so that too many are refused and not lost unseen."""
    return [
        {part: form.text(f"{name}.{at}.{part}") for part in parts}
        for at in range(most + 1)
        if any(f"{name}.{at}.{part}" in form.data for part in parts)
    ]


def shown_fields(
    step: StepView,
    values: Values,
    documents: dict[str, DocumentView],
    problem: Problem | None,
) -> list[ShownField]:
    """The fields of a step with their values, states and errors."""
    return [
        ShownField(
            view=view,
            value=_shown(view, values.get(view.name)),
            shown=holds(view.shown_when, values),
            needed=view.required
            or (bool(view.required_when) and holds(view.required_when, values)),
            error=_error(problem, view.name),
            row_errors=_row_errors(problem, view.name),
            files=[documents.get(name, name) for name in values.get(view.name) or []]
            if view.type == "attachment"
            else [],
        )
        for view in step.fields
    ]


def holds(condition: dict[str, list[str]], values: Values) -> bool:
    """True when every named field has one of the named values; cases decides for good."""
    return all(
        not set(_named(values.get(name))).isdisjoint(wanted) for name, wanted in condition.items()
    )


def known_elsewhere(step: StepView, values: Values) -> dict[str, list[str]]:
    """What other steps answered that fields of this one depend on, for the page's own scripts."""
    conditions = [each for view in step.fields for each in (view.shown_when, view.required_when)]
    asked = {name for condition in conditions for name in condition}
    elsewhere = sorted(asked - {view.name for view in step.fields})
    return {name: _named(values[name]) for name in elsewhere if values.get(name) is not None}


def _named(value: Any) -> list[str]:
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return [str(part) for part in value] if isinstance(value, list) else [str(value)]


def _shown(view: FieldView, value: Any) -> Any:
    """As the field of a form holds it."""
    match view.type:
        case "properties":
            return [{**row, POINT: point_of(row)} for row in value] if value else [{}]
        case "rows":
            rows = value or [{}]
            return [
                {column.name: _shown(column, row.get(column.name)) for column in view.columns}
                for row in rows
            ]
        case "choices" | "attachment":
            return value or []
        case "yes_no":
            return _named(value)[0] if value is not None else ""
        case "number":
            return "" if value is None else str(value).removesuffix(".0").replace(".", ",")
        case _:
            return "" if value is None else str(value)


def _error(problem: Problem | None, name: str) -> str:
    for error in problem.errors if problem else ():
        if error.field == name:
            return error.message
    return ""


def _row_errors(problem: Problem | None, name: str) -> dict[str, str]:
    start = f"{name}."
    return {
        error.field.removeprefix(start): error.message
        for error in (problem.errors if problem else ())
        if error.field.startswith(start)
    }
