"""The words of identity: closed lists and small texts."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from services.chassis.messages import Lines, OneLine
from services.chassis.norway import NoNationalId

Language = Literal["nb", "nn", "en"]


Portal = Literal["contractor", "operator"]


FirmStatus = Literal["registering", "waiting", "approved", "rejected", "suspended", "merged"]


FirmRole = Literal["firm_admin", "applicant", "field_worker", "reader"]


StaffRole = Literal[
    "caseworker",
    "approver",
    "zone_operator",
    "duty_officer",
    "editor",
    "firm_registrar",
    "archivist",
    "administrator",
    "auditor",
]


FactorMethod = Literal["sms", "totp", "passkey", "recovery"]


_MARKS = r"\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_PART = rf'[^@\s<>()\[\],;:\\"{_MARKS}]'
Email = Annotated[
    str,
    Field(
        pattern=rf"^{_PART}{{1,64}}@{_PART}+\.{_PART}{{2,}}$",
        max_length=254,
        strict=True,
    ),
]
"""One address and nothing around it.

What parts and quotes addresses in a letter's head (RFC 5322, 3.4) has no place in it: `x<a@b.no`,
`a@b.no,x.no` and so on are one mailbox under many names, which no limit of ours would see.
"""


_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)


def _without_link(name: str) -> str:
    if _LINK.search(name):
        raise PydanticCustomError("name_link", "Holds a link")
    return name


Name = Annotated[
    str, Field(min_length=2, max_length=120), NoNationalId, AfterValidator(_without_link), OneLine
]
"""Of somebody or something, in one line.

Names stand in what the utility writes to others, where a link would be clicked as the utility's.
"""


FreeText = Annotated[str, Field(max_length=2000), NoNationalId, Lines]
"""Written by people; a national identity number in it is refused."""


Reason = Annotated[str, Field(min_length=3, max_length=2000), NoNationalId, Lines]
"""The same, and never empty."""


SecretText = Annotated[str, Field(min_length=1, max_length=200)]
