"""Answers as a reader of bokmål sees them, for the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.visibility import Values
from services.cases.contract.types.catalogue import FieldView
from services.cases.contract.types.words import Texts
from services.chassis.i18n import show_date, show_number
from services.chassis.norway import Property, format_orgnr, show_phone


def summary(
    kind: CaseType, values: Values, filenames: Mapping[str, str]
) -> list[tuple[Texts, str]]:
    """Label and shown value of each answered field, in the order of the form."""
    shown = kind.visible(values)
    return [
        (field.label, _shown(field, shown[name], filenames))
        for name, field in kind.fields.items()
        if name in shown
    ]


def _shown(field: FieldView, value: Any, filenames: Mapping[str, str]) -> str:
    match field.type:
        case "number":
            text = f"{show_number(value)} {field.unit}".strip()
        case "date":
            text = show_date(date.fromisoformat(value))
        case "yes_no":
            text = "Ja" if value else "Nei"
        case "choice" | "choices":
            labels = {choice.value: choice.label["nb"] for choice in field.choices}
            chosen = value if isinstance(value, list) else [value]
            text = ", ".join(labels[part] for part in chosen)
        case "properties":
            text = "\n".join(property_line(Property.model_validate(part)) for part in value)
        case "rows":
            text = "\n".join(_row(field, row) for row in value)
        case "attachment":
            text = ", ".join(filenames.get(part, part) for part in value)
        case "orgnr":
            text = format_orgnr(value)
        case "mobile":
            text = show_phone(value)
        case _:
            text = str(value)
    return text


def _row(field: FieldView, row: Values) -> str:
    """One row as a line: `Vann, 32 mm, PE`."""
    return ", ".join(
        _shown(column, row[column.name], {}) for column in field.columns if column.name in row
    )


def property_line(place: Property) -> str:
    """`Storgata 1, gnr. 164 bnr. 123`."""
    return f"{place.address}, {place}" if place.address else str(place)
