"""Anybody sees which utilities the installation serves."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.utilities import ListUtilities
from services.identity.contract.types.utilities import Utilities
from services.identity.store import utilities
from services.identity.views.utilities import utility_view


def list_utilities(request: ListUtilities, work: Work) -> Utilities:
    """By name; training comes last."""
    del request
    return Utilities(items=[utility_view(row) for row in utilities.every(work.session)])
