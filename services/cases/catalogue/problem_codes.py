"""What is wrong with a value, as the stable codes of the API; never the value itself."""

from __future__ import annotations

from pydantic import ValidationError

from services.chassis.messages import FieldError

CODES = {
    "extra_forbidden": "unknown_field",
    "greater_than_equal": "too_low",
    "less_than_equal": "too_high",
    "literal_error": "not_a_choice",
    "string_too_long": "too_long",
    "too_long": "too_many",
    "string_pattern_mismatch": "pattern",
    "missing": "required",
    "string_type": "wrong_type",
    "list_type": "wrong_type",
    "model_type": "wrong_type",
    "model_attributes_type": "wrong_type",
    "date_type": "date_invalid",
    "finite_number": "number_invalid",
    "float_type": "number_invalid",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "int_type": "whole_number",
}
"""pydantic's words to ours; custom codes (`orgnr_invalid`, `date_invalid`) stay as they are."""
LIMITS = {"ge": "minimum", "le": "maximum", "max_length": "maximum"}


def field_errors(problem: ValidationError) -> list[FieldError]:
    """One error per wrong place: `properties.0.gnr`, its code, and the limit it broke."""
    return [
        FieldError(
            field=".".join(str(part) for part in error["loc"] if not _is_inner(part)),
            code=CODES.get(error["type"], error["type"]),
            facts={
                LIMITS[name]: value
                for name, value in error.get("ctx", {}).items()
                if name in LIMITS
            },
        )
        for error in problem.errors(include_input=False, include_url=False)
    ]


def _is_inner(part: int | str) -> bool:
    """Names of validators that pydantic puts into the place of an error."""
    return isinstance(part, str) and ("[" in part or "(" in part)
