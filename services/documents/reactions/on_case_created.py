"""A draft exists; files may be sent to it."""

from __future__ import annotations

from services.cases.contract.events.life import CaseCreated
from services.chassis.db.work import Work
from services.documents.store import cases


def on_case_created(event: CaseCreated, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
