"""The system sets up a zone."""

from __future__ import annotations

from services.cases.contract.operations.handling import ConfigureZone
from services.cases.store import zones
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def configure_zone(request: ConfigureZone, work: Work) -> Nothing:
    """Contact and one range of cadastral units; repeat for more ranges."""
    zones.configure(work.session, request)
    work.record(
        "zone_configured",
        chain=f"zone:{request.utility}:{request.code}",
        facts=request.model_dump(mode="json"),
        utility=request.utility,
    )
    return Nothing()
