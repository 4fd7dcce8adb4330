"""The firm answered a deficiency letter."""

from __future__ import annotations

from services.cases.contract.events.deficiencies import SupplementSent
from services.chassis.db.work import Work
from services.documents.store import cases


def on_supplement_sent(event: SupplementSent, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
