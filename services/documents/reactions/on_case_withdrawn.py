"""The firm took the case back."""

from __future__ import annotations

from services.cases.contract.events.life import CaseWithdrawn
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_withdrawn(event: CaseWithdrawn, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
