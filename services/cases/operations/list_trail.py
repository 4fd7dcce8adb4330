"""An auditor or administrator reads cases' audit trail."""

from __future__ import annotations

from services.cases.contract.operations.privacy import ListTrail
from services.cases.store import access, chain_names
from services.chassis.db import trail
from services.chassis.db.work import Work
from services.chassis.messages.trail import TrailPage


def list_trail(request: ListTrail, work: Work) -> TrailPage:
    """The utility's own; the look is noted by identity, who is asked first. Raises RoleMissing."""
    access.ensure(work.actor, "administrator", "auditor")
    return trail.page(
        work.session,
        work.actor.utility,
        request,
        chain_names.names,
        chain_names.of_sent_cases(),
    )
