"""Zones, and where a case goes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.cases.contract.types.case import CaseView
from services.cases.contract.types.zones import Caseworkers, Ring, ZoneRange, Zones, ZoneSetup
from services.chassis.messages import Command, OneLine, Query
from services.chassis.norway import ShownPhoneIfAny


class ListZones(Query[Zones]):
    """Every zone of the utility (staff)."""

    outlines: bool = True
    """With the ranges and polygons it covers."""


class SetZone(Command[ZoneSetup]):
    """An administrator makes or changes a zone; its ranges and polygons become those given.

    Refuses ZoneRangeTaken for a range that is another zone's, NoSuchCaseworker.
    """

    code: str = Field(pattern=r"^[a-z0-9-]{2,20}$")
    name: Annotated[str, Field(min_length=2, max_length=100), OneLine]
    email: str = Field(default="", max_length=200, pattern=r"^(|[^@\s]+@[^@\s]+\.[^@\s]+)$")
    phone: str = Field(default="", max_length=20)
    default_caseworker: str = Field(default="", max_length=100)
    """A person id; empty: nobody."""
    ranges: list[ZoneRange] = Field(default=[], max_length=500)
    polygons: list[Ring] = Field(default=[], max_length=50)


class SetZoneContact(Command[ZoneSetup]):
    """An editor says how a zone is reached; what goes to it stays. Refuses ZoneNotFound."""

    code: str = Field(min_length=1, max_length=40)
    phone: ShownPhoneIfAny = ""
    email: str = Field(default="", max_length=200, pattern=r"^(|[^@\s]+@[^@\s]+\.[^@\s]+)$")


class RouteCase(Command[CaseView]):
    """Send a case to another zone, with the reason. Refuses NoSuchZone."""

    case_id: str
    zone: str = Field(min_length=1, max_length=40)
    reason: str = Field(default="", max_length=1000)


class ListCaseworkers(Query[Caseworkers]):
    """Whom a case can be given to (staff)."""
