"""Utilities as configuration."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from services.chassis.messages import Message
from services.chassis.norway import ShownPhone
from services.identity.contract.types.words import Language

WebAddress = Annotated[
    str, Field(pattern=r"^https?://[^\s/?#]+(/[^\s]*)?$|^$", max_length=300, strict=True)
]


class TwoFactorPolicy(Message):
    """Since when everybody logs in with two factors, and why, in the utility's own words.

    The instant is told to people, while it lies ahead at login too. It opens no way past the second
    factor: no operation that opens a session reads it.
    """

    since: datetime | None = None
    why: dict[Language, str] = {}


class InactivityTimes(Message):
    """When an account nobody uses is warned, rests, and is erased, in days after one another."""

    warn_days: int = Field(ge=90, le=3650)
    """Without a login so long, its owner is warned."""
    rest_days: int = Field(ge=14, le=365)
    """From the warning until it is locked."""
    erase_days: int = Field(ge=30, le=3650)
    """From then until it is erased."""


class UtilityView(Message):
    """A utility as configuration; the urls are those of its two portals, empty for the default."""

    utility: str
    name: str
    short_name: str
    languages: list[Language] = ["nb", "nn", "en"]
    """Those it offers; the first is its own."""
    duty_phone: ShownPhone
    training: bool = False
    logo_text: str = ""
    theme: str = Field(default="fjord", pattern=r"^[a-z]{2,20}$")
    """Names its colours."""
    contractor_url: WebAddress = ""
    operator_url: WebAddress = ""
    private_forms: WebAddress = ""
    """Where private persons find their forms."""
    two_factor: TwoFactorPolicy = TwoFactorPolicy()


class Utilities(Message):
    """Every utility of the installation."""

    items: list[UtilityView]
