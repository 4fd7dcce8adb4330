"""A published case type: its definition and everything made from it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ValidationError

from services.cases.catalogue import checks
from services.cases.catalogue.answers import form_model
from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.catalogue.durations import with_time
from services.cases.catalogue.faults import CatalogueInvalid, of_shape
from services.cases.catalogue.problem_codes import field_errors
from services.cases.catalogue.rules import broken
from services.cases.catalogue.schema import json_schema
from services.cases.catalogue.visibility import EMPTY, Values, required, visible
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.catalogue import CaseTypeSummary, CaseTypeView, FieldView
from services.cases.contract.types.forms import CheckView, FieldProblem
from services.cases.contract.types.words import FieldType


class CaseType:
    """One version of a type. Compiled once and shared: nothing in it changes."""

    def __init__(self, source: dict[str, Any], *, published: bool = False) -> None:
        """Raises CatalogueInvalid when the source makes no sense.

        One that was published satisfied the checks of its time; those of today are not asked.
        """
        name = str(source.get("code"))
        try:
            self.definition = CaseTypeDefinition.model_validate(source)
        except ValidationError as problem:
            raise CatalogueInvalid(name, of_shape(problem, source)) from None
        wrong = [] if published else checks.faults(self.definition, source)
        if wrong:
            raise CatalogueInvalid(name, wrong)
        # Without defaults, so that a word added to the format changes no published fingerprint.
        self.source: dict[str, Any] = self.definition.model_dump(
            mode="json", by_alias=True, exclude_defaults=True
        )
        self.fields: dict[str, FieldView] = {f.name: f for f in self.definition.fields()}

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content: a version is published once."""
        written = json.dumps(self.source, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()

    @cached_property
    def _form(self) -> type[BaseModel]:
        return form_model(self.definition)

    @cached_property
    def property_field(self) -> str:
        """The field that holds the case's properties; empty for a type that asks for none."""
        return self._first_of("properties")

    @cached_property
    def case_field(self) -> str:
        """The field that names the case this one follows; empty for a type that follows none."""
        return self._first_of("case")

    def _first_of(self, kind: FieldType) -> str:
        return next((name for name, field in self.fields.items() if field.type == kind), "")

    def normalised(self, values: Values) -> Values:
        """The values as they are kept; None removes one. Raises InvalidForm naming the fields."""
        try:
            form = self._form.model_validate(values)
        except ValidationError as problem:
            raise InvalidForm(errors=field_errors(problem)) from None
        kept = form.model_dump(mode="json", include=set(values))
        answered = {name: self._answered(name, value) for name, value in kept.items()}
        return {name: None if value in EMPTY else value for name, value in answered.items()}

    def _answered(self, name: str, value: Any) -> Any:
        """The value, without what was not answered in the rows of a repeating group."""
        if self.fields[name].type != "rows" or not value:
            return value
        return [{key: part for key, part in row.items() if part not in EMPTY} for row in value]

    def visible(self, values: Values) -> Values:
        """The values without those of hidden fields."""
        return visible(self.definition, values)

    def check(self, values: Values) -> CheckView:
        """What is missing, and which steps are complete."""
        shown = self.visible(values)
        problems = [*self._missing(shown), *self._misfits(shown)]
        incomplete = {problem.step for problem in problems}
        steps = [step.key for step in self.definition.steps if step.key not in incomplete]
        return CheckView(complete=not problems, problems=problems, steps_complete=steps)

    def _missing(self, shown: Values) -> Iterator[FieldProblem]:
        for step in self.definition.steps:
            for field in step.fields:
                if field.name not in shown and required(field, shown):
                    yield FieldProblem(field=field.name, code="required", step=step.key)
                elif field.type == "rows" and field.name in shown:
                    yield from _missing_in_rows(field, shown[field.name], step.key)

    def _misfits(self, shown: Values) -> Iterator[FieldProblem]:
        for name, rule in broken(self.definition.rules, shown):
            yield FieldProblem(
                field=name,
                code=f"rule_{rule.kind}",
                step=self.definition.step_of(name),
                facts={"says": rule.says},
            )

    def attachments(self, values: Values) -> dict[str, FieldView]:
        """Document id -> the field it is attached to."""
        return {
            document_id: field
            for field in self.fields.values()
            if field.type == "attachment"
            for document_id in values.get(field.name) or []
        }

    def summary(self, at: datetime, utility_opens_at: datetime | None = None) -> CaseTypeSummary:
        """For the catalogue, open or not at the instant; nothing opens before its utility."""
        return CaseTypeSummary(**self._summary(at, utility_opens_at))

    def view(self, at: datetime, utility_opens_at: datetime | None = None) -> CaseTypeView:
        """With its form."""
        own = (
            set(CaseTypeView.model_fields)
            - set(CaseTypeSummary.model_fields)
            - {"json_schema", "private_url"}
        )
        return CaseTypeView(
            **self._summary(at, utility_opens_at),
            **{name: getattr(self.definition, name) for name in own},
            json_schema=json_schema(self.definition),
        )

    def _summary(self, at: datetime, utility_opens_at: datetime | None) -> dict[str, Any]:
        named = set(CaseTypeSummary.model_fields) - {"open", "how_long", "opens_at"}
        opens_at = later(self.definition.opens_at, utility_opens_at)
        return {
            **{name: getattr(self.definition, name) for name in named},
            "how_long": with_time(self.definition.how_long, self.definition.deadline),
            "opens_at": opens_at,
            "open": self.definition.is_open(at) and (opens_at is None or opens_at <= at),
        }


def later(one: datetime | None, other: datetime | None) -> datetime | None:
    """The later instant; None says nothing."""
    said = [instant for instant in (one, other) if instant is not None]
    return max(said, default=None)


def _missing_in_rows(field: FieldView, rows: list[Values], step: str) -> Iterator[FieldProblem]:
    """What each row lacks, and rows that are lacking."""
    if len(rows) < (field.fewest or 1):
        yield FieldProblem(
            field=field.name, code="too_few", step=step, facts={"minimum": field.fewest}
        )
    for at, row in enumerate(rows):
        for column in field.columns:
            if column.required and column.name not in row:
                place = f"{field.name}.{at}.{column.name}"
                yield FieldProblem(field=place, code="required", step=step)
