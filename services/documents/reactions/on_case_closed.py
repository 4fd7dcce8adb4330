"""The utility closed the case."""

from __future__ import annotations

from services.cases.contract.events.endings import CaseClosed
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_closed(event: CaseClosed, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
