"""The utility is satisfied with the answers."""

from __future__ import annotations

from services.cases.contract.events.deficiencies import SupplementAccepted
from services.chassis.db.work import Work
from services.documents.store import cases


def on_supplement_accepted(event: SupplementAccepted, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
