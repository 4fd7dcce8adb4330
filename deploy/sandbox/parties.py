"""Who a message is to or from: a phone number in E.164 form or an e-mail address."""

import re

import phonenumbers

E164 = re.compile(r"\+[1-9]\d{6,14}")
ALPHANUMERIC_SENDER = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 &_+-]{1,11}")
"""What Twilio accepts as an alphanumeric sender ID: at most 11 characters, one a letter."""


def is_phone(text: str) -> bool:
    """Is this E.164 as Twilio demands it in ``To``?"""
    return E164.fullmatch(text) is not None


def is_sender(text: str) -> bool:
    """May this stand as the sender of a text message?"""
    return is_phone(text) or ALPHANUMERIC_SENDER.fullmatch(text) is not None


def canonical(text: str) -> str:
    """Make the forms people and URLs use one: ``' 47...'`` (a decoded plus), ``0047``, ``Me@X``."""
    stripped = text.strip()
    if "@" in stripped:
        return stripped.lower()
    digits = re.sub(r"[\s()-]", "", stripped)
    if text.startswith(" ") and digits.isdecimal():
        return f"+{digits}"
    if digits.startswith("00") and digits.isdecimal():
        return f"+{digits[2:]}"
    if digits.isdecimal() and len(digits) == 8:
        return f"+47{digits}"
    return digits if digits.startswith("+") else stripped


def shown(party: str) -> str:
    """A number as Norwegians group it, with its country code; anything else as it is."""
    if not is_phone(party):
        return party
    try:
        number = phonenumbers.parse(party)
    except phonenumbers.NumberParseException:
        return party
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
