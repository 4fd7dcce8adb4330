"""Recognise what looks like a private person's number, to point the way and show it to nobody."""

from __future__ import annotations

NATIONAL_ID_DIGITS = 11


def is_private(typed: str) -> bool:
    """Eleven digits, however they are grouped: the shape of a fødselsnummer or D-number."""
    compact = "".join(typed.split())
    return compact.isdigit() and len(compact) == NATIONAL_ID_DIGITS
