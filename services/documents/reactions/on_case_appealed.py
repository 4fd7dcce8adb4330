"""The firm appealed the decision."""

from __future__ import annotations

from services.cases.contract.events.appeals import CaseAppealed
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_appealed(event: CaseAppealed, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
