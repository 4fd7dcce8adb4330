"""The approval lapsed."""

from __future__ import annotations

from services.cases.contract.events.waiting import CaseLapsed
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_lapsed(event: CaseLapsed, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
