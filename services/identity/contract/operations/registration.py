"""A firm registers itself."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.firms import NewFirm
from services.identity.contract.types.registration import NewAdmin, RegistrationReceipt
from services.identity.contract.types.trades import TradeCode
from services.identity.contract.types.words import SecretText


class RegisterFirm(Command[RegistrationReceipt]):
    """A firm and its first administrator; sends an SMS code and an e-mail link (public).

    The number is taken as typed, so that a private person's is refused as PrivatePerson and not as
    a malformed field. Refuses PrivatePerson, FirmKnown, WeakPassword, TooManySends, UnknownUtility.
    An address that already has an account is answered alike; its owner is asked by e-mail.
    """

    heavy: ClassVar[bool] = True
    utility: str
    orgnr: str = Field(min_length=1, max_length=40, examples=["123456785"])
    firm: NewFirm
    professions: list[TradeCode] = Field(min_length=1, max_length=20)
    admin: NewAdmin
    caller: Caller = Caller()


class GetRegistration(Query[RegistrationReceipt]):
    """How far it has come (public; the id is told only to its sender).

    Refuses RegistrationNotFound, also when it is a day old.
    """

    registration_id: Annotated[str, Field(max_length=100)]


class ResendRegistrationCode(Command[Nothing]):
    """A new SMS code for a registration (public). Refuses TooManySends."""

    registration_id: str
    caller: Caller = Caller()


class ProveMobile(Command[RegistrationReceipt]):
    """The code that was sent by SMS (public). Refuses WrongCode, CodeExpired, TooManyTries."""

    registration_id: str
    code: SecretText


class ProveEmail(Command[RegistrationReceipt]):
    """The token of the link that was sent by e-mail (public). Refuses LinkExpired."""

    registration_id: str
    token: SecretText
