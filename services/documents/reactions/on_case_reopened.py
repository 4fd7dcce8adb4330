"""A leader opened the case again."""

from __future__ import annotations

from services.cases.contract.events.endings import CaseReopened
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_reopened(event: CaseReopened, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
