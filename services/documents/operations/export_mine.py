"""Somebody takes out what documents keeps of them."""

from __future__ import annotations

from services.chassis.db import own_data
from services.chassis.db.work import Work
from services.chassis.messages.own_data import OwnEntries
from services.documents.contract.operations import ExportMine
from services.documents.store.own_data import SECTIONS


def export_mine(request: ExportMine, work: Work) -> OwnEntries:
    """The caller's own alone; that it was taken out stands in identity's trail."""
    return own_data.page(work.session, work.actor, SECTIONS, request)
