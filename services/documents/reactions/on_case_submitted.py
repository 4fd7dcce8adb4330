"""The firm sent the case in."""

from __future__ import annotations

from services.cases.contract.events.life import CaseSubmitted
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_submitted(event: CaseSubmitted, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
