"""A firm looks after its own profile."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.chassis.messages import Command, OneLine, Query
from services.chassis.norway import NoNationalId, Phone
from services.identity.contract.types.firm_profile import (
    AddressPurpose,
    FirmProfile,
    FirmStandings,
    NewEmails,
    ProvenAddress,
)
from services.identity.contract.types.trades import TradeCode
from services.identity.contract.types.words import Language, Name, SecretText

FirmId = Annotated[str, Field(max_length=100)]


class GetFirmProfile(Query[FirmProfile]):
    """The firm one acts for."""


class UpdateFirm(Command[FirmProfile]):
    """Its administrator changes it, or by changing nothing confirms it. Refuses TooManySends.

    A new address is used once somebody has opened the link sent to it.
    """

    name: Name | None = None
    municipality: (
        Annotated[str, Field(min_length=2, max_length=60), NoNationalId, OneLine] | None
    ) = None
    phone: Phone | None = None
    professions: list[TradeCode] | None = Field(default=None, min_length=1, max_length=20)
    language: Language | None = None
    emails: NewEmails = NewEmails()


class ProveAddress(Command[ProvenAddress]):
    """The link sent to a new address (public; the token is the proof). Refuses LinkExpired."""

    firm_id: FirmId
    utility: str
    purpose: AddressPurpose
    token: SecretText


class ConfirmFirm(Command[ProvenAddress]):
    """The link of the yearly reminder: all is right (public). Refuses LinkExpired."""

    firm_id: FirmId
    utility: str
    token: SecretText


class ListFirmStandings(Query[FirmStandings]):
    """Where the firm one acts for stands with each utility."""


class AskUtility(Command[FirmStandings]):
    """Its administrator asks one more utility to let the firm in.

    Also asks again where it was turned down. Refuses UnknownUtility, FirmKnown.
    """

    utility: str
