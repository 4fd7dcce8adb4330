"""A case was sent in; the receipt follows when it has a number."""

from __future__ import annotations

from services.cases.contract.events.life import CaseSubmitted
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import hear_case


def on_case_submitted(event: CaseSubmitted, work: Work) -> None:
    """Remember who is on the case."""
    hear_case(work, event)
