"""A firm that asks to get in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.chassis.messages import Message
from services.chassis.norway import Mobile
from services.identity.contract.types.users import AccountWarning
from services.identity.contract.types.words import Email, FirmStatus, Language, Name


class NewAdmin(Message):
    """The person who registers the firm and becomes its administrator."""

    name: Name
    email: Email
    mobile: Mobile
    password: Annotated[str, Field(max_length=128)]
    language: Language = "nb"


class RegistrationReceipt(Message):
    """Where a registration stands; the hint is the masked mobile number."""

    registration_id: str
    mobile_proven: bool = False
    email_proven: bool = False
    hint: str = ""
    firm_status: FirmStatus = "registering"
    warnings: list[AccountWarning] = []
    """Worth a look: an address several read, a mobile another account has; whose is not told."""
