"""Zones as data: who handles which area."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.cases.contract.types.parties import PersonRef
from services.chassis.messages import Message
from services.chassis.norway import Kommunenr

HIGHEST = 99_999
Number = Annotated[int, Field(ge=1, le=HIGHEST)]
Easting = Annotated[float, Field(ge=-100_000, le=1_200_000)]
Northing = Annotated[float, Field(ge=6_300_000, le=8_000_000)]
Ring = Annotated[list[tuple[Easting, Northing]], Field(min_length=3, max_length=2000)]
"""Corners in EPSG:25832, metres; closed by itself."""


class ZoneRange(Message):
    """Properties of a municipality by number, both ends included."""

    kommunenr: Kommunenr
    gnr_from: Number
    gnr_to: Number
    bnr_from: Number = 1
    bnr_to: Number = HIGHEST

    @model_validator(mode="after")
    def forwards(self) -> Self:
        """It ends where it begins, or later."""
        if self.gnr_to < self.gnr_from or self.bnr_to < self.bnr_from:
            raise PydanticCustomError("range_backwards", "The range ends before it begins")
        return self


class ZoneSetup(Message):
    """A zone with all that decides which cases go there."""

    code: str
    name: str
    email: str
    phone: str
    default_caseworker: PersonRef | None
    """Named on each case that comes in; who it is still takes the case."""
    ranges: list[ZoneRange]
    polygons: list[Ring]


class Zones(Message):
    """By code; the zone for what no other holds is `fordeling`."""

    items: list[ZoneSetup]


class Caseworkers(Message):
    """Those who handle cases at the utility, by name."""

    items: list[PersonRef]
