"""Somebody looks at what they have done in cases."""

from __future__ import annotations

from services.cases.contract.operations.privacy import ListDeeds
from services.cases.store.chain_names import names
from services.chassis.db import trail
from services.chassis.db.work import Work
from services.chassis.messages.trail import TrailPage


def list_deeds(request: ListDeeds, work: Work) -> TrailPage:
    """The caller's own alone, newest first."""
    return trail.deeds(work.session, work.actor, request, names)
