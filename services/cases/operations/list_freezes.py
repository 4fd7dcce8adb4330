"""Staff see every freeze window of the utility."""

from __future__ import annotations

from services.cases.contract.operations.freezes import ListFreezes
from services.cases.contract.types.freezes import FreezeWindows
from services.cases.store import freezes
from services.chassis.db.work import Work


def list_freezes(request: ListFreezes, work: Work) -> FreezeWindows:
    """Soonest first, ended and cancelled ones too."""
    del request
    windows = freezes.listed(work.session, work.actor.utility)
    return FreezeWindows(items=[freezes.view(window, work.now) for window in windows])
