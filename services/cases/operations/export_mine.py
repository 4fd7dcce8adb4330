"""Somebody takes out what cases keeps of them."""

from __future__ import annotations

from services.cases.contract.operations.privacy import ExportMine
from services.cases.store.own_data import SECTIONS
from services.chassis.db import own_data
from services.chassis.db.work import Work
from services.chassis.messages.own_data import OwnEntries


def export_mine(request: ExportMine, work: Work) -> OwnEntries:
    """The caller's own alone; that it was taken out stands in identity's trail."""
    return own_data.page(work.session, work.actor, SECTIONS, request)
