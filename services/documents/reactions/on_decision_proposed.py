"""A decision waits for an approver."""

from __future__ import annotations

from services.cases.contract.events.decisions import DecisionProposed
from services.chassis.db.work import Work
from services.documents.store import cases


def on_decision_proposed(event: DecisionProposed, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
