"""Another firm has a case."""

from __future__ import annotations

from services.cases.contract.events.parties import FirmReplaced
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import hear_case


def on_firm_replaced(event: FirmReplaced, work: Work) -> None:
    """News of the case goes to it from now on."""
    hear_case(work, event)
