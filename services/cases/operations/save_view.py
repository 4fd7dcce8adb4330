"""Somebody gives filters a name, to find them again."""

from __future__ import annotations

from services.cases.contract.operations.overview import SaveView
from services.cases.contract.types.overview import SavedViewView
from services.cases.store import saved_views
from services.chassis.db.work import Work


def save_view(request: SaveView, work: Work) -> SavedViewView:
    """One's own, here; the same name replaces. Raises TooManyViews."""
    return saved_views.view(saved_views.save(work, request.name, request.filters))
