"""Staff see who handles which area."""

from __future__ import annotations

from services.cases.contract.operations.zones import ListZones
from services.cases.contract.types.zones import Zones
from services.cases.store import zone_setup
from services.chassis.db.work import Work


def list_zones(request: ListZones, work: Work) -> Zones:
    """By code."""
    utility = work.actor.utility
    return Zones(items=zone_setup.listed(work.session, utility, outlines=request.outlines))
