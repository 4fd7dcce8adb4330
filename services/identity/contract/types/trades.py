"""Professions and qualifications as data: codes with their titles."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.chassis.messages import Message
from services.identity.contract.types.words import Language

Titles = dict[Language, str]

TradeCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""A profession's or a qualification's code."""


class Profession(Message):
    """What a firm may call itself."""

    code: TradeCode
    title: Titles


class QualificationType(Message):
    """What a firm may prove; one that is `personal` names its holder."""

    code: TradeCode
    title: Titles
    personal: bool


class Trades(Message):
    """In the order people are shown them."""

    professions: list[Profession]
    qualifications: list[QualificationType]
