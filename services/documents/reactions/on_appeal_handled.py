"""The appeal went a step further."""

from __future__ import annotations

from services.cases.contract.events.appeals import AppealHandled
from services.chassis.db.work import Work
from services.documents.store import cases


def on_appeal_handled(event: AppealHandled, work: Work) -> None:
    """Follow where the case stands."""
    cases.follow(work.session, event, work.actor.utility)
