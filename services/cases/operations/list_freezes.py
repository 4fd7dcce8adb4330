"""Staff see every freeze window of the utility."""

from __future__ import annotations

from services.cases.contract.operations.freezes import ListFreezes
from services.cases.contract.types.freezes import FreezeWindows
from services.cases.store import exemptions, freezes
from services.chassis.db.work import Work


def list_freezes(request: ListFreezes, work: Work) -> FreezeWindows:
    """Soonest first, ended and cancelled ones too, with whom each lets through."""
    del request
    windows = freezes.listed(work.session, work.actor.utility)
    exempted = exemptions.of_freezes(work.session, [window.id for window in windows])
    return FreezeWindows(items=[freezes.view(window, work.now, exempted) for window in windows])
