"""Answers carried from one case's form into another's, perhaps of a newer version or other type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.prefill import prefill
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.catalogue import FieldView
from services.cases.contract.types.drafts import Dropped, DropReason

Values = dict[str, Any]


@dataclass
class Carried:
    """What fits the new form, and what was left behind."""

    values: Values = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)


def carry(source: CaseType, form: Values, target: CaseType, today: date) -> Carried:
    """Each answer by itself against the new version; files stay with the case they belong to.

    A day that has passed is left behind: a copied start date would be wrong without anybody seeing.
    What is remembered from job to job anyway, as the date of a certificate, is kept.
    """
    carried = Carried()
    for name, value in source.visible(form).items():
        reason = _obstacle(source, name, value, target, today)
        if reason is None:
            carried.values |= target.normalised({name: value})
        else:
            label = source.fields[name].label
            carried.dropped.append(Dropped(field=name, label=label, reason=reason))
    return carried


def _obstacle(
    source: CaseType, name: str, value: Any, target: CaseType, today: date
) -> DropReason | None:
    if source.fields[name].type == "attachment":
        return "attachment"
    if name not in target.fields:
        return "gone"
    if _has_passed(target.fields[name], value, today):
        return "date_passed"
    try:
        target.normalised({name: value})
    except InvalidForm:
        return "does_not_fit"
    return None


def _has_passed(asked: FieldView, value: Any, today: date) -> bool:
    planned = asked.type == "date" and asked.name not in prefill().last
    return planned and str(value) < today.isoformat()


def chosen(names: list[str], form: Values, target: CaseType) -> Iterator[tuple[str, Any]]:
    """Of these fields, the answers that fit the new form."""
    for name in names:
        value = form.get(name)
        if value is None or name not in target.fields:
            continue
        try:
            yield name, target.normalised({name: value})[name]
        except InvalidForm:
            continue
