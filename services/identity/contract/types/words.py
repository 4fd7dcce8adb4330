"""The words of identity: closed lists and small texts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

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


Email = Annotated[
    str, Field(pattern=r"^[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}$", max_length=254, strict=True)
]


Name = Annotated[str, Field(min_length=2, max_length=120), NoNationalId]


FreeText = Annotated[str, Field(max_length=2000), NoNationalId]
"""Written by people; a national identity number in it is refused."""


Reason = Annotated[str, Field(min_length=3, max_length=2000), NoNationalId]
"""The same, and never empty."""


SecretText = Annotated[str, Field(min_length=1, max_length=200)]
