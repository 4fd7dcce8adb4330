"""Utilities as configuration."""

from __future__ import annotations

from services.chassis.messages import Message
from services.identity.contract.types.words import Language, ShownPhone


class UtilityView(Message):
    """A utility as configuration; `hosts` are those of its two portals."""

    utility: str
    name: str
    short_name: str
    languages: list[Language] = ["nb", "nn", "en"]
    duty_phone: ShownPhone
    training: bool = False
    logo_text: str = ""


class Utilities(Message):
    """Every utility of the installation."""

    items: list[UtilityView]
