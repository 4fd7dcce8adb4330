"""A case has a caseworker."""

from __future__ import annotations

from services.cases.contract.events.life import CaseAssigned
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import hear_case


def on_case_assigned(event: CaseAssigned, work: Work) -> None:
    """Remember who is on the case."""
    hear_case(work, event)
