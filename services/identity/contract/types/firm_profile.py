"""A firm's own profile, and where it stands with each utility."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Message
from services.identity.contract.types.firms import FirmView
from services.identity.contract.types.words import Email, FirmStatus

AddressPurpose = Literal["post", "invoice", "contact"]


class NewEmails(Message):
    """Addresses to use from now on; those left out stay, an optional one that is None goes."""

    post: Email | None = None
    invoice: Email | None = None
    contact: Email | None = None


class AddressUnderWay(Message):
    """A new address that waits for somebody to open the link sent to it."""

    purpose: AddressPurpose
    email: str
    expires_at: datetime


class UndeliverableAddress(Message):
    """An address in use that mail does not reach."""

    purpose: AddressPurpose
    email: str
    since: datetime


class FirmProfile(FirmView):
    """A firm for its own people."""

    under_way: list[AddressUnderWay] = []
    undeliverable: list[UndeliverableAddress] = []
    confirmed_at: datetime | None = None
    """When the firm last said that the profile is right."""


class FirmStanding(Message):
    """The firm at one utility; no status where it has not asked."""

    utility: str
    name: str
    status: FirmStatus | None = None
    asked_at: datetime | None = None
    reason: str = ""


class FirmStandings(Message):
    """Every utility of the installation, by name; training comes last."""

    items: list[FirmStanding]


class ProvenAddress(Message):
    """Whose address was proven, or whose profile was confirmed, at which utility."""

    firm: str
    utility: str
