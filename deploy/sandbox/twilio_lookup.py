"""Twilio's Lookup v2: is this a number, and of which kind?

https://www.twilio.com/docs/lookup/v2-api
"""

from typing import Annotated, Any

import phonenumbers
from fastapi import APIRouter, Query, Request
from phonenumbers import PhoneNumberFormat, PhoneNumberType, ValidationResult

from .twilio_http import authenticated

PACKAGES = (
    "caller_name",
    "sim_swap",
    "call_forwarding",
    "line_status",
    "identity_match",
    "reassigned_number",
    "sms_pumping_risk",
    "phone_number_quality_score",
    "pre_fill",
)
"""Data packages the sandbox does not play: always null, as when they are not asked for."""
LINE_TYPES = {
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE: "landline",
    PhoneNumberType.VOIP: "nonFixedVoip",
    PhoneNumberType.TOLL_FREE: "tollFree",
    PhoneNumberType.PREMIUM_RATE: "premium",
}
PROBLEMS = {
    ValidationResult.TOO_SHORT: "TOO_SHORT",
    ValidationResult.TOO_LONG: "TOO_LONG",
    ValidationResult.INVALID_COUNTRY_CODE: "INVALID_COUNTRY_CODE",
    ValidationResult.INVALID_LENGTH: "INVALID_LENGTH",
}

router = APIRouter(dependencies=[authenticated], tags=["Twilio"])


@router.get("/v2/PhoneNumbers/{number}")
async def look_up(
    number: str,
    request: Request,
    fields: Annotated[str, Query(alias="Fields")] = "",
    country: Annotated[str, Query(alias="CountryCode")] = "",
) -> dict[str, Any]:
    """What the numbering plan says; an impossible number is answered too, as not valid."""
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return _view(number, request, None, ["NOT_A_NUMBER"], "")
    problem = PROBLEMS.get(phonenumbers.is_possible_number_with_reason(parsed))
    if problem is None and not phonenumbers.is_valid_number(parsed):
        problem = "INVALID_BUT_POSSIBLE"
    return _view(number, request, parsed, [problem] if problem else [], fields)


def _view(
    asked: str,
    request: Request,
    number: phonenumbers.PhoneNumber | None,
    problems: list[str],
    fields: str,
) -> dict[str, Any]:
    known = number if number is not None and not problems else None
    wants_type = "line_type_intelligence" in fields.split(",")
    return {
        "calling_country_code": str(number.country_code) if number else None,
        "country_code": phonenumbers.region_code_for_number(known) if known else None,
        "phone_number": phonenumbers.format_number(known, PhoneNumberFormat.E164)
        if known
        else asked,
        "national_format": phonenumbers.format_number(known, PhoneNumberFormat.NATIONAL)
        if known
        else None,
        "valid": known is not None,
        "validation_errors": problems,
        **dict.fromkeys(PACKAGES),
        "line_type_intelligence": _line_type(known) if known and wants_type else None,
        "url": str(request.url.replace(query="")),
    }


def _line_type(number: phonenumbers.PhoneNumber) -> dict[str, Any]:
    return {
        "carrier_name": "Sandkassenett",
        "error_code": None,
        "mobile_country_code": "242",
        "mobile_network_code": "99",
        "type": LINE_TYPES.get(phonenumbers.number_type(number), "unknown"),
    }
