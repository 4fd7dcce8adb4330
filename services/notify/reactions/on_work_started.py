"""The approved work has begun."""

from __future__ import annotations

from services.cases.contract.events.waiting import WorkStarted
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import hear_case


def on_work_started(event: WorkStarted, work: Work) -> None:
    """Remember who is on the case, and where it stands."""
    hear_case(work, event)
