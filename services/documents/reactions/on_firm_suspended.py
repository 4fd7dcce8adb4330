"""A firm was stopped: the letter that says why."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import firm_letters, parties
from services.identity.contract.events.firms import FirmSuspended


def on_firm_suspended(event: FirmSuspended, work: Work) -> None:
    """In the language the firm reads."""
    parties.know_language(work.session, event.firm_id, event.language, event.revision)
    firm_letters.order(work, event, "suspended", event.reason)
