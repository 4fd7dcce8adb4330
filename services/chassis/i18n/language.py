"""The languages a person may read, and which one a browser asks for."""

from __future__ import annotations

import math
from typing import Literal, cast, get_args

Language = Literal["nb", "nn", "en"]
"""Bokmål (the default), nynorsk, English."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

_LONGEST_HEADER = 1000
_KNOWN: dict[str, Language] = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}


def is_language(text: str) -> bool:
    """True for exactly `nb`, `nn` and `en`."""
    return text in LANGUAGES


def as_language(text: str, default: Language = "nb") -> Language:
    """The language with that code, else the default; for stored preferences and `maalform`."""
    return cast(Language, text) if is_language(text) else default


def negotiate(accept_language: str | None, default: Language = "nb") -> Language:
    """The language an `Accept-Language` header (RFC 9110, 12.5.4) wants most; `no` means bokmål.

    Unknown languages and malformed parts are passed over; `*` means the default.
    """
    best: Language = default
    best_weight = 0.0
    for part in (accept_language or "")[:_LONGEST_HEADER].split(","):
        tag, _, parameters = part.strip().partition(";")
        primary = tag.strip().lower().partition("-")[0]
        language = default if primary == "*" else _KNOWN.get(primary)
        weight = _weight(parameters)
        if language is not None and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if name.strip().lower() == "q" and math.isfinite(weight) else 0.0
