"""An administrator makes or changes a zone."""

from __future__ import annotations

from services.cases.contract.operations.zones import SetZone
from services.cases.contract.types.zones import ZoneSetup
from services.cases.store import access, known, zone_setup
from services.chassis.db.work import Work


def set_zone(request: SetZone, work: Work) -> ZoneSetup:
    """Cases that are there stay; what comes in goes by the new data. Kept in the audit trail.

    Raises RoleMissing, NoSuchCaseworker, ZoneRangeTaken.
    """
    access.ensure(work.actor, "administrator")
    if request.default_caseworker:
        known.handles(work.session, work.actor.utility, request.default_caseworker)
    zone_setup.put(work.session, work.actor.utility, request)
    work.record(
        "zone_set",
        chain=f"zone:{work.actor.utility}:{request.code}",
        facts=request.model_dump(mode="json"),
    )
    every = zone_setup.listed(work.session, work.actor.utility)
    return next(zone for zone in every if zone.code == request.code)
