"""Where a case can be sent and whom it can be given to, for the forms of its page."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from gateway.portals.shared.hoping import hoped
from gateway.session import Caller
from services.cases.contract.operations.zones import ListCaseworkers, ListZones
from services.cases.contract.types.parties import PersonRef
from services.cases.contract.types.zones import ZoneSetup


@dataclass(frozen=True)
class Choices:
    """Zones and caseworkers of the utility."""

    zones: list[ZoneSetup]
    caseworkers: list[PersonRef]


async def choices(caller: Caller) -> Choices | None:
    """None while they cannot be had; the rest of the page stands."""
    zones, people = await asyncio.gather(
        hoped(caller.call(ListZones())), hoped(caller.call(ListCaseworkers()))
    )
    return Choices(zones.items, people.items) if zones and people else None
