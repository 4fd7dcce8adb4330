"""Telephone numbers: kept as E.164, shown the Norwegian way."""

from __future__ import annotations

import re
from collections.abc import Collection

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

NORWAY = frozenset({"NO"})
"""Where a one-time code may be sent unless configuration widens it (ISO 3166 codes)."""

_WRITTEN = re.compile(r"[0-9+() ./\-\u00a0\u202f\u2011]{5,40}")
_SHORT = re.compile(r"1[0-9]{2}|116[0-9]{3}|0[0-9]{4}")
"""Emergency numbers, European helplines and five-digit service numbers."""
_NORWEGIAN = re.compile(r"(?:(?:\+|00)47)?([1-9][0-9]{7})")
_NORWEGIAN_MOBILE = re.compile(r"[49][0-9]{7}")
_MOBILE_TYPES = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
_SHOWN_AT_MOST = 3


def parse_phone(text: str) -> str:
    """E.164 (`+4755567815`) of a landline or mobile; Norwegian when no country code is written.

    Accepts spaces and `+47`, `0047`, `47` or nothing before. Five-digit service numbers are
    refused, as they cannot be reached from abroad. Raises ValueError, which never holds the text.
    """
    return _e164(_parsed(text))


def parse_mobile(text: str, countries: Collection[str] = NORWAY) -> str:
    """E.164 of a number that can take an SMS code, in one of the countries.

    A Norwegian mobile has eight digits and starts with 4 or 9, in series not yet opened too.
    Raises ValueError, which never holds the text.
    """
    number = _parsed(text)
    if phonenumbers.region_code_for_country_code(number.country_code or 0) == "NO":
        allowed = "NO" in countries and _is_norwegian_mobile(number)
    else:
        region = phonenumbers.region_code_for_number(number)
        allowed = region in countries and phonenumbers.number_type(number) in _MOBILE_TYPES
    if not allowed:
        raise ValueError("not a mobile number that may be used here")
    return _e164(number)


def parse_shown_phone(text: str) -> str:
    """A number people read and dial themselves: E.164, or a short number as it stands.

    Wider than `parse_phone`, since nothing is sent there: `110`, `116117`, `02121`, and every
    Norwegian number of eight digits, in series nobody has been given too. Raises ValueError,
    which never holds the text.
    """
    digits = re.sub(r"[() ./\-\u00a0\u202f\u2011]", "", text)
    if _SHORT.fullmatch(digits):
        return digits
    if norwegian := _NORWEGIAN.fullmatch(digits):
        return f"+47{norwegian[1]}"
    return parse_phone(text)


def show_phone(phone: str) -> str:
    """`+4755567815` -> `55 56 78 15`; foreign numbers keep their country code.

    Raises ValueError when it is not a telephone number.
    """
    number = _parsed(phone)
    if number.country_code == 47:
        digits = _national(number)
        return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def mask_phone(phone: str) -> str:
    """`+4791234815` -> `*** ** 815`: enough for the owner, useless to others; never raises."""
    digits = [character for character in phone if character.isdigit()]
    if len(digits) < 2 * _SHOWN_AT_MOST:
        return "*** ** ***"
    return f"*** ** {''.join(digits[-_SHOWN_AT_MOST:])}"


def _parsed(text: str) -> PhoneNumber:
    written = text.strip()
    if not _WRITTEN.fullmatch(written):
        raise ValueError("not a telephone number")
    try:
        number = phonenumbers.parse(written, "NO")
    except phonenumbers.NumberParseException:
        raise ValueError("not a telephone number") from None
    if number.country_code == 47 and len(_national(number)) != 8:
        raise ValueError("not a telephone number")
    if not (_is_norwegian_mobile(number) or phonenumbers.is_valid_number(number)):
        raise ValueError("not a telephone number")
    return number


def _is_norwegian_mobile(number: PhoneNumber) -> bool:
    return number.country_code == 47 and bool(_NORWEGIAN_MOBILE.fullmatch(_national(number)))


def _national(number: PhoneNumber) -> str:
    return phonenumbers.national_significant_number(number)


def _e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
