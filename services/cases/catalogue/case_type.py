"""A published case type: its definition and everything made from it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ValidationError

from services.cases.catalogue import checks
from services.cases.catalogue.answers import form_model
from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.catalogue.files import CatalogueInvalid
from services.cases.catalogue.problem_codes import field_errors
from services.cases.catalogue.schema import json_schema
from services.cases.catalogue.visibility import EMPTY, Values, required, visible
from services.cases.contract.errors import InvalidForm
from services.cases.contract.types.catalogue import CaseTypeSummary, CaseTypeView, FieldView
from services.cases.contract.types.forms import CheckView, FieldProblem


class CaseType:
    """One version of a type. Compiled once and shared: nothing in it changes."""

    def __init__(self, source: dict[str, Any]) -> None:
        """Raises CatalogueInvalid when the source makes no sense."""
        try:
            self.definition = CaseTypeDefinition.model_validate(source)
        except ValidationError as problem:
            raise CatalogueInvalid(f"{source.get('code')}: {problem}") from None
        wrong = checks.problems(self.definition)
        if wrong:
            raise CatalogueInvalid(f"{self.definition.code}: {'; '.join(wrong)}")
        self.source: dict[str, Any] = self.definition.model_dump(mode="json", by_alias=True)
        if not self.definition.qualifications:
            del self.source["qualifications"]  # older versions were published without the word
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
        """The field that holds the case's properties."""
        return next(name for name, field in self.fields.items() if field.type == "properties")

    def normalised(self, values: Values) -> Values:
        """The values as they are kept; None removes one. Raises InvalidForm naming the fields."""
        try:
            form = self._form.model_validate(values)
        except ValidationError as problem:
            raise InvalidForm(errors=field_errors(problem)) from None
        kept = form.model_dump(mode="json", include=set(values))
        return {name: None if value in EMPTY else value for name, value in kept.items()}

    def visible(self, values: Values) -> Values:
        """The values without those of hidden fields."""
        return visible(self.definition, values)

    def check(self, values: Values) -> CheckView:
        """What is missing, and which steps are complete."""
        shown = self.visible(values)
        problems = [
            FieldProblem(field=field.name, code="required", step=step.key)
            for step in self.definition.steps
            for field in step.fields
            if field.name not in shown and required(field, shown)
        ]
        incomplete = {problem.step for problem in problems}
        steps = [step.key for step in self.definition.steps if step.key not in incomplete]
        return CheckView(complete=not problems, problems=problems, steps_complete=steps)

    def attachments(self, values: Values) -> dict[str, FieldView]:
        """Document id -> the field it is attached to."""
        return {
            document_id: field
            for field in self.fields.values()
            if field.type == "attachment"
            for document_id in values.get(field.name) or []
        }

    def summary(self, at: datetime) -> CaseTypeSummary:
        """For the catalogue, open or not at the instant."""
        return CaseTypeSummary(**self._summary(at))

    def view(self, at: datetime) -> CaseTypeView:
        """With its form."""
        return CaseTypeView(
            **self._summary(at),
            steps=self.definition.steps,
            preconditions=self.definition.preconditions,
            json_schema=json_schema(self.definition),
        )

    def _summary(self, at: datetime) -> dict[str, Any]:
        named = set(CaseTypeSummary.model_fields) - {"open"}
        said = {name: getattr(self.definition, name) for name in named}
        return {**said, "open": self.definition.is_open(at)}
