"""Somebody no longer needs a saved view."""

from __future__ import annotations

from services.cases.contract.operations.overview import DropView
from services.cases.store import saved_views
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def drop_view(request: DropView, work: Work) -> Nothing:
    """Forget it. Raises ViewNotFound, also for somebody else's."""
    saved_views.drop(work, request.view_id)
    return Nothing()
