"""Somebody handles the case now."""

from __future__ import annotations

from services.cases.contract.events.life import CaseAssigned
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_assigned(event: CaseAssigned, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
