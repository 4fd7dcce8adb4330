"""A document is shown to firms again."""

from __future__ import annotations

from services.cases.store import documents
from services.chassis.db.work import Work
from services.documents.contract.events import ShieldingLifted


def on_shielding_lifted(event: ShieldingLifted, work: Work) -> None:
    """So does the timeline."""
    documents.heard_of_shielding(work.session, event)
