"""The pydantic model of a form, built from its fields: one type of value per type of field."""

from __future__ import annotations

import re
from collections.abc import Callable
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
from services.cases.catalogue.visibility import EMPTY
from services.cases.contract.types.catalogue import FieldView
from services.cases.contract.types.words import FieldType
from services.chassis.norway import Mobile, Orgnr, Property

MOST = 20
"""Properties, attachments or rows in one field, when the field does not say."""
CONFIGURATION = ConfigDict(extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)
CASE_NUMBER = "^[A-Z]{2,10}-[0-9]{4}-[0-9]{6}$"
"""The portal's own numbers, `VA-2026-000123`; whether there is such a case is asked elsewhere."""
YES_NO = {"yes": True, "true": True, "no": False, "false": False}
EMAIL = re.compile(r"[^@\s\0]{1,64}@[^@\s\0]+\.[^@\s\0]{2,}")


def form_model(definition: CaseTypeDefinition) -> type[BaseModel]:
    """All fields optional, unknown ones refused; requiredness depends on the other answers."""
    fields: dict[str, Any] = {
        field.name: (_value_type(field) | None, None) for field in definition.fields()
    }
    return create_model(f"Form{definition.version}", __config__=CONFIGURATION, **fields)


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
        if not value.is_finite():
            raise PydanticCustomError("number_invalid", "Not a number")
    return value


def _text(value: str) -> str:
    """The database keeps no NUL, and no form has a use for one."""
    if "\0" in value:
        raise PydanticCustomError("string_unicode", "Holds a character that cannot be kept")
    return value


def _place(value: Property) -> Property:
    _text(value.address)
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


def _upper(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _once(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _numeric(field: FieldView) -> Any:
    limits = Limits(ge=field.minimum, le=field.maximum)
    if field.whole:
        return Annotated[int, BeforeValidator(_number), limits]
    return Annotated[float, BeforeValidator(_number), limits, Limits(allow_inf_nan=False)]


def _written(field: FieldView) -> Any:
    limits = StringConstraints(max_length=field.max_length)
    return Annotated[str, limits, AfterValidator(_text)]


def _choices(field: FieldView) -> Any:
    return Literal[tuple(choice.value for choice in field.choices)]


def _list_of(part: Any, most: int) -> Any:
    return Annotated[list[part], Limits(max_length=most), AfterValidator(_once)]


def _rows(field: FieldView) -> Any:
    """Rows of answers; a row in which nothing was answered is none."""
    columns: dict[str, Any] = {
        column.name: (_value_type(column) | None, None) for column in field.columns
    }
    row = create_model(f"Row_{field.name}", __config__=CONFIGURATION, **columns)
    return Annotated[
        list[row], Limits(max_length=field.most or MOST), AfterValidator(_answered_rows)
    ]


def _answered_rows(rows: list[BaseModel]) -> list[BaseModel]:
    return [row for row in rows if any(value not in EMPTY for _, value in row)]


def _value_type(field: FieldView) -> Any:
    return VALUE_TYPES[field.type](field)


DOCUMENT_ID = Annotated[str, StringConstraints(pattern="^[0-9A-Za-z_-]{1,64}$")]
ADDRESS = Annotated[str, StringConstraints(max_length=254), AfterValidator(_email)]
PLACE = Annotated[Property, AfterValidator(_place)]
NUMBER = Annotated[
    str, BeforeValidator(_upper), StringConstraints(pattern=CASE_NUMBER, max_length=40)
]
DAY = Annotated[date, Limits(strict=True), BeforeValidator(_day)]

VALUE_TYPES: dict[FieldType, Callable[[FieldView], Any]] = {
    "text": _written,
    "long_text": _written,
    "number": _numeric,
    "date": lambda _: DAY,
    "yes_no": lambda _: Annotated[bool, BeforeValidator(_yes_no)],
    "choice": _choices,
    "choices": lambda field: _list_of(_choices(field), 100),
    "properties": lambda _: Annotated[list[PLACE], Limits(max_length=MOST)],
    "attachment": lambda _: _list_of(DOCUMENT_ID, MOST),
    "orgnr": lambda _: Orgnr,
    "email": lambda _: ADDRESS,
    "mobile": lambda _: Mobile,
    "rows": _rows,
    "case": lambda _: NUMBER,
}
