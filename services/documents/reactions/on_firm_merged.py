"""Two firms became one at a utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import folders
from services.identity.contract.events.firms import FirmMerged


def on_firm_merged(event: FirmMerged, work: Work) -> None:
    """Its proofs are the other's; its cases follow what cases tells of each."""
    folders.hand_over(work.session, event.firm_id, event.into, work.actor.utility)
