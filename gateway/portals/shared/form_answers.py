"""A form's values as people read them: by step, hidden fields left out, choices by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.cases.contract.types.catalogue import CaseTypeView, FieldView
from services.cases.contract.types.words import Texts
from services.documents.contract.types import DocumentView


@dataclass(frozen=True)
class Answered:
    """One field as it was answered; `kind` tells the template how to write `value`."""

    name: str
    label: Texts
    kind: str
    value: Any
    unit: str = ""


@dataclass(frozen=True)
class AnsweredStep:
    """A step with what was answered in it."""

    key: str
    title: Texts
    answers: list[Answered]


def answered(
    case_type: CaseTypeView, values: Mapping[str, Any], documents: Mapping[str, DocumentView]
) -> list[AnsweredStep]:
    """Every step, with the answers given."""
    return [
        AnsweredStep(
            step.key,
            step.title,
            [
                answer_of(view, values[view.name], documents)
                for view in step.fields
                if _is(values, view)
            ],
        )
        for step in case_type.steps
    ]


def _is(values: Mapping[str, Any], view: FieldView) -> bool:
    return values.get(view.name) not in (None, "", [])


def answer_of(view: FieldView, value: Any, documents: Mapping[str, DocumentView]) -> Answered:
    """One field with its value as people read it."""
    names = {choice.value: choice.label for choice in view.choices}
    match view.type:
        case "choice":
            shown: Any = [names.get(str(value), {"nb": str(value)})]
        case "choices":
            shown = [names.get(str(each), {"nb": str(each)}) for each in value]
        case "rows":
            shown = [_cells(view, row) for row in value]
        case "attachment":
            shown = [documents[each] for each in value if each in documents]
        case _:
            shown = value
    kind = "choices" if view.type == "choice" else view.type
    return Answered(view.name, view.label, kind, shown, view.unit)


def _cells(view: FieldView, row: Mapping[str, Any]) -> list[Answered]:
    """One row of a repeating group: the columns answered in it."""
    return [
        answer_of(column, row[column.name], {}) for column in view.columns if column.name in row
    ]
