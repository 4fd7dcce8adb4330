"""A draft exists: who is on it is remembered."""

from __future__ import annotations

from services.cases.contract.events.life import CaseCreated
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import hear_case


def on_case_created(event: CaseCreated, work: Work) -> None:
    """Remember who is on the case."""
    hear_case(work, event)
