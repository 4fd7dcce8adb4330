"""An auditor or administrator reads documents' audit trail."""

from __future__ import annotations

from services.chassis.db import trail
from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.chassis.messages.trail import TrailPage
from services.documents.contract.operations import ListTrail
from services.documents.store import chain_names


def list_trail(request: ListTrail, work: Work) -> TrailPage:
    """The utility's own; the look is noted by identity, who is asked first. Refuses NotForYou."""
    if not work.actor.has("administrator", "auditor"):
        raise NotForYou
    return trail.page(
        work.session,
        work.actor.utility,
        request,
        chain_names.names,
        chain_names.of_sent_cases(),
    )
