"""Organisation numbers, as issued by the Brønnøysund register (Enhetsregisteret)."""

from __future__ import annotations

from stdnum.exceptions import ValidationError
from stdnum.no import orgnr as register

_LONGEST_INPUT = 40


def parse_orgnr(text: str) -> str:
    """Nine digits without spaces; accepts groups, `NO` before and `MVA` after.

    Rule: weights 3,2,7,6,5,4,3,2, check digit 11 minus the sum modulo 11; 11 becomes 0, 10 is not
    issued. Raises ValueError, which never holds the text.
    """
    if len(text) > _LONGEST_INPUT:
        raise ValueError("not an organisation number")
    bare = text.replace("\N{NO-BREAK SPACE}", " ").strip().upper()
    bare = bare.removeprefix("NO").removesuffix("MVA").strip()
    try:
        orgnr = str(register.validate(bare))
    except ValidationError:
        raise ValueError("not an organisation number") from None
    if orgnr == "000000000":  # the sum is right, but no such number is issued
        raise ValueError("not an organisation number")
    return orgnr


def format_orgnr(orgnr: str) -> str:
    """`123456785` -> `123 456 785`, with no-break spaces so that it stays on one line.

    Raises ValueError when it is not an organisation number.
    """
    digits = parse_orgnr(orgnr)
    return "\N{NO-BREAK SPACE}".join((digits[:3], digits[3:6], digits[6:]))
