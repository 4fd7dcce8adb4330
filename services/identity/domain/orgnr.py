"""Who may register: a unit of Enhetsregisteret, not a private person."""

from __future__ import annotations

from services.chassis.messages import FieldError, InvalidRequest
from services.chassis.norway import parse_orgnr
from services.identity.contract.errors import PrivatePerson

NATIONAL_ID_DIGITS = 11


def firm_number(text: str) -> str:
    """The organisation number in what was typed.

    Eleven digits are how a fødselsnummer or D-number is written, whether or not its checks hold:
    refused as PrivatePerson, so that the portal can point to the private forms. Anything else
    that is no organisation number is refused as the field `orgnr`. The text is never repeated.
    """
    if len("".join(c for c in text if c.isdigit())) == NATIONAL_ID_DIGITS:
        raise PrivatePerson
    try:
        return parse_orgnr(text)
    except ValueError:
        raise InvalidRequest(errors=[FieldError(field="orgnr", code="orgnr_invalid")]) from None
