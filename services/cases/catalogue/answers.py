"""The pydantic model of a form, built from its fields: one type of value per type of field."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    create_model,
)
from pydantic import Field as Limits
from pydantic_core import PydanticCustomError

from services.cases.catalogue.definition import CaseTypeDefinition
from services.cases.contract.types import FieldView
from services.chassis.norway import Mobile, Orgnr, Property

MOST = 20
"""Properties or attachments in one field."""
YES_NO = {"yes": True, "true": True, "no": False, "false": False}
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}")


def form_model(definition: CaseTypeDefinition) -> type[BaseModel]:
    """All fields optional, unknown ones refused; requiredness depends on the other answers."""
    fields: dict[str, Any] = {
        field.name: (_value_type(field) | None, None) for field in definition.fields()
    }
    configuration = ConfigDict(extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)
    return create_model(f"Form{definition.version}", __config__=configuration, **fields)


def _number(value: Any) -> Any:
    """A number, or a text with one, with a decimal comma or point."""
    if isinstance(value, bool):
        raise PydanticCustomError("number_invalid", "Not a number")
    if isinstance(value, str):
        bare = "".join(value.split()).replace(",", ".")
        try:
            value = Decimal(bare)
        except InvalidOperation:
            raise PydanticCustomError("number_invalid", "Not a number") from None
    return value


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise PydanticCustomError("email_invalid", "Not an e-mail address")
    return value


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    known = YES_NO.get(value.strip().lower()) if isinstance(value, str) else None
    if known is None:
        raise PydanticCustomError("not_a_choice", "Neither yes nor no")
    return known


def _day(value: Any) -> Any:
    """A day as `2026-03-31`; anything with a time in it is something else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise PydanticCustomError("date_invalid", "Not a date") from None


def _once(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _numeric(field: FieldView) -> Any:
    limits = Limits(ge=field.minimum, le=field.maximum)
    if field.whole:
        return Annotated[int, BeforeValidator(_number), limits]
    return Annotated[float, BeforeValidator(_number), limits, Limits(allow_inf_nan=False)]


def _value_type(field: FieldView) -> Any:
    match field.type:
        case "number":
            return _numeric(field)
        case "date":
            return Annotated[date, Limits(strict=True), BeforeValidator(_day)]
        case "yes_no":
            return Annotated[bool, BeforeValidator(_yes_no)]
        case "choice":
            return Literal[tuple(choice.value for choice in field.choices)]
        case "choices":
            option = Literal[tuple(choice.value for choice in field.choices)]
            return Annotated[list[option], Limits(max_length=100), AfterValidator(_once)]
        case "properties":
            return Annotated[list[Property], Limits(max_length=MOST)]
        case "attachment":
            identifier = Annotated[str, StringConstraints(min_length=1, max_length=64)]
            return Annotated[list[identifier], Limits(max_length=MOST), AfterValidator(_once)]
        case "orgnr":
            return Orgnr
        case "email":
            return Annotated[str, StringConstraints(max_length=254), AfterValidator(_email)]
        case "mobile":
            return Mobile
        case _:
            return Annotated[str, StringConstraints(max_length=field.max_length)]
