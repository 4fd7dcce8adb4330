"""Types for contract models: validated and normalised, with stable codes for what is wrong.

The codes are `orgnr_invalid`, `phone_invalid`, `mobile_invalid` and `national_id`; their messages
never hold the value. Models that use them set `hide_input_in_errors`, as `Message` does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, LiteralString

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from services.chassis.norway.national_id import holds_national_id
from services.chassis.norway.orgnr import parse_orgnr
from services.chassis.norway.phone import parse_mobile, parse_phone, parse_shown_phone


def _refused_as(
    code: LiteralString, message: LiteralString, parse: Callable[[str], str]
) -> AfterValidator:
    def validate(text: str) -> str:
        try:
            return parse(text)
        except ValueError:
            raise PydanticCustomError(code, message) from None

    return AfterValidator(validate)


Orgnr = Annotated[
    str,
    _refused_as("orgnr_invalid", "Not an organisation number", parse_orgnr),
    Field(examples=["123456785"]),
]
"""An organisation number, nine digits."""

Phone = Annotated[
    str,
    _refused_as("phone_invalid", "Not a telephone number", parse_phone),
    Field(examples=["+4755567815"]),
]
"""A landline or mobile in E.164."""

ShownPhone = Annotated[
    str,
    _refused_as("phone_invalid", "Not a telephone number", parse_shown_phone),
    Field(examples=["+4755567815", "110"]),
]
"""A number people are shown and dial themselves; short numbers too. Alarms do not go here."""

ShownPhoneIfAny = Annotated[
    str,
    _refused_as(
        "phone_invalid",
        "Not a telephone number",
        lambda text: parse_shown_phone(text) if text.strip() else "",
    ),
]
"""The same, or nothing."""

Mobile = Annotated[
    str,
    _refused_as("mobile_invalid", "Not a Norwegian mobile number", parse_mobile),
    Field(examples=["+4799999999"]),
]
"""A Norwegian mobile in E.164; where more countries are allowed, the operation uses
`parse_mobile` with the configured list."""


def _without_national_id(text: str) -> str:
    if holds_national_id(text):
        raise PydanticCustomError("national_id", "Holds a national identity number")
    return text


NoNationalId = AfterValidator(_without_national_id)
"""For free text: a fødselsnummer or D-number in it is refused, so that none is ever kept."""
