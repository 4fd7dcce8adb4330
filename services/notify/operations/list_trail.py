"""An auditor or administrator reads notify's audit trail."""

from __future__ import annotations

from services.chassis.db import trail
from services.chassis.db.work import Work
from services.chassis.messages.trail import TrailPage
from services.notify.contract.operations import ListTrail
from services.notify.store.access import ensure_role
from services.notify.store.chain_names import names


def list_trail(request: ListTrail, work: Work) -> TrailPage:
    """The utility's own; the look is noted by identity, who is asked first. Refuses NotYourTask."""
    ensure_role(work.actor, "administrator", "auditor")
    return trail.page(work.session, work.actor.utility, request, names)
