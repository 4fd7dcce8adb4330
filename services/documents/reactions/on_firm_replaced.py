"""Another firm has a case."""

from __future__ import annotations

from services.cases.contract.events.parties import FirmReplaced
from services.chassis.db.work import Work
from services.documents.store import cases


def on_firm_replaced(event: FirmReplaced, work: Work) -> None:
    """Its people see the journal from now on, the former firm's no longer."""
    cases.follow(work.session, event, work.actor.utility)
