"""Somebody looks for the filters they have saved."""

from __future__ import annotations

from services.cases.contract.operations.overview import ListViews
from services.cases.contract.types.overview import SavedViews
from services.cases.store import saved_views
from services.chassis.db.work import Work


def list_views(request: ListViews, work: Work) -> SavedViews:
    """One's own, at this utility and portal."""
    del request
    return SavedViews(items=[saved_views.view(kept) for kept in saved_views.own(work)])
