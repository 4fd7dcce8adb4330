"""JSON Schema (draft 2020-12) of a type's form, for clients of the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.cases.catalogue.answers import CASE_NUMBER, EMAIL, MOST
from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.contract.types.catalogue import FieldView, FormRule
from services.cases.contract.types.words import FieldType
from services.chassis.norway import Property

Schema = dict[str, Any]
RULES = "x-rules"
"""Rules that JSON Schema cannot say (order, within, sum, equal); the server holds to them too."""


def json_schema(definition: CaseTypeDefinition) -> Schema:
    """What a complete form must satisfy; titles are in bokmål."""
    fields = list(definition.fields())
    by_name = {field.name: field for field in fields}
    always = [field.name for field in fields if field.required and not field.shown_when]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": definition.title["nb"],
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: _property(field) for field in fields},
        "required": always,
        "allOf": [
            *(rule for field in fields for rule in _rules(field, by_name)),
            *(_any_of(rule, by_name) for rule in definition.rules if rule.kind == "any_of"),
        ],
        RULES: [
            rule.model_dump(mode="json", exclude_defaults=True)
            for rule in definition.rules
            if rule.kind != "any_of"
        ],
    }


def _rules(field: FieldView, by_name: dict[str, FieldView]) -> list[Schema]:
    rules: list[Schema] = []
    demanded: Schema = {"required": [field.name]}
    if field.shown_when:
        rule: Schema = {
            "if": _condition(field.shown_when, by_name),
            "else": {"properties": {field.name: False}},
        }
        rules.append({**rule, "then": demanded} if field.required else rule)
    if field.required_when:
        both = {**field.shown_when, **field.required_when}
        rules.append({"if": _condition(both, by_name), "then": demanded})
    return rules


def _any_of(rule: FormRule, by_name: dict[str, FieldView]) -> Schema:
    demanded: Schema = {"anyOf": [{"required": [name]} for name in rule.fields]}
    return {"if": _condition(rule.when, by_name), "then": demanded} if rule.when else demanded


def _condition(condition: dict[str, list[str]], by_name: dict[str, FieldView]) -> Schema:
    return {
        "properties": {name: _one_of(by_name[name], wanted) for name, wanted in condition.items()},
        "required": list(condition),
    }


def _one_of(field: FieldView, wanted: list[str]) -> Schema:
    if field.type == "yes_no":
        return {"enum": [value == "yes" for value in wanted]}
    if field.type == "choices":
        return {"contains": {"enum": wanted}}
    return {"enum": wanted}


def _property(field: FieldView) -> Schema:
    schema: Schema = {"title": field.label["nb"], **_value(field)}
    if field.help:
        schema["description"] = field.help["nb"]
    return schema


def _value(field: FieldView) -> Schema:
    return VALUES[field.type](field)


def _text(field: FieldView) -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": field.max_length}


def _number(field: FieldView) -> Schema:
    limits = {"minimum": field.minimum, "maximum": field.maximum}
    stated = {name: limit for name, limit in limits.items() if limit is not None}
    return {"type": "integer" if field.whole else "number", **stated}


def _rows(field: FieldView) -> Schema:
    """Rows without conditions: what a row needs it always needs."""
    return {
        "type": "array",
        "minItems": field.fewest or 1,
        "maxItems": field.most or MOST,
        "items": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {column.name: _property(column) for column in field.columns},
            "required": [column.name for column in field.columns if column.required],
        },
    }


def _chosen(field: FieldView) -> Schema:
    return {"enum": [choice.value for choice in field.choices]}


VALUES: dict[FieldType, Callable[[FieldView], Schema]] = {
    "text": _text,
    "long_text": _text,
    "number": _number,
    "date": lambda _: {"type": "string", "format": "date"},
    "yes_no": lambda _: {"type": "boolean"},
    "choice": _chosen,
    "choices": lambda field: {
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": _chosen(field),
    },
    "properties": lambda _: {
        "type": "array",
        "minItems": 1,
        "maxItems": MOST,
        "items": Property.model_json_schema(),
    },
    "attachment": lambda _: {
        "type": "array",
        "minItems": 1,
        "maxItems": MOST,
        "items": {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,64}$"},
    },
    "orgnr": lambda _: {"type": "string", "pattern": "^[0-9]{9}$"},
    "email": lambda _: {
        "type": "string",
        "format": "email",
        "maxLength": 254,
        "pattern": f"^{EMAIL.pattern}$",
    },
    "mobile": lambda _: {"type": "string", "pattern": "^\\+[0-9]{8,15}$"},
    "rows": _rows,
    "case": lambda _: {"type": "string", "pattern": CASE_NUMBER},
}
