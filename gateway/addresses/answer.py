"""What an address look-up is asked and answers, in the portal's own words."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.chassis.messages import Message
from services.chassis.norway import Kommunenr, Property

Cadastral = Annotated[int, Field(ge=1, le=99_999)]


class AddressQuery(Message):
    """By words, by cadastral number, or by a point; one of them must be whole."""

    q: str = Field(default="", max_length=100, examples=["Eksempelveien 14"])
    kommunenr: Kommunenr | None = None
    gnr: Cadastral | None = None
    bnr: Cadastral | None = None
    lat: float | None = Field(default=None, ge=57, le=81.5)
    lon: float | None = Field(default=None, ge=-10, le=34)
    radius: int = Field(default=100, ge=1, le=1000)
    """Metres around the point."""

    @model_validator(mode="after")
    def whole(self) -> Self:
        """Half a question has no answer."""
        numbers = (self.kommunenr, self.gnr, self.bnr)
        if self.q.strip(" *,") or None not in numbers or None not in (self.lat, self.lon):
            return self
        raise PydanticCustomError("address_query_incomplete", "Words, a number or a point")


class AddressHit(Message):
    """An address and the property it stands on; the register knows no sections here."""

    address: str
    postcode: str
    town: str
    municipality: str
    property: Property
    lat: float | None = None
    lon: float | None = None
    metres: float | None = None
    """From the point, when a point was asked for."""


class AddressAnswer(Message):
    """The hits; `unavailable` when Kartverket did not answer: the form is filled in by hand."""

    source: Literal["kartverket", "unavailable"]
    items: list[AddressHit] = []
    total: int = 0
    """How many there are; the first ten are given."""


UNAVAILABLE = AddressAnswer(source="unavailable")
