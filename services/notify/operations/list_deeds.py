"""Somebody looks at what they have done in notify."""

from __future__ import annotations

from services.chassis.db import trail
from services.chassis.db.work import Work
from services.chassis.messages.trail import TrailPage
from services.notify.contract.operations import ListDeeds
from services.notify.store.chain_names import names


def list_deeds(request: ListDeeds, work: Work) -> TrailPage:
    """The caller's own alone, newest first."""
    return trail.deeds(work.session, work.actor, request, names)
