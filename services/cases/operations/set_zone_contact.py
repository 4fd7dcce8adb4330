"""An editor says how a zone is reached."""

from __future__ import annotations

from services.cases.contract.operations.zones import SetZoneContact
from services.cases.contract.types.zones import ZoneSetup
from services.cases.contract.zone_errors import ZoneNotFound
from services.cases.store import access, zone_setup
from services.chassis.db.work import Work


def set_zone_contact(request: SetZoneContact, work: Work) -> ZoneSetup:
    """Shown on every case of the zone from now on. Raises RoleMissing, ZoneNotFound."""
    access.ensure(work.actor, "editor", "administrator", "zone_operator")
    utility = work.actor.utility
    if not zone_setup.reach(work.session, utility, request):
        raise ZoneNotFound
    work.record(
        "zone_contact_set",
        chain=f"zone:{utility}:{request.code}",
        facts=request.model_dump(mode="json"),
    )
    every = zone_setup.listed(work.session, utility)
    return next(zone for zone in every if zone.code == request.code)
