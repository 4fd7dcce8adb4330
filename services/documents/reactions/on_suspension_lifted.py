"""A stopped firm goes on: the letter that says so."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import firm_letters, parties
from services.identity.contract.events.firms import SuspensionLifted


def on_suspension_lifted(event: SuspensionLifted, work: Work) -> None:
    """In the language the firm reads."""
    parties.know_language(work.session, event.firm_id, event.language, event.revision)
    firm_letters.order(work, event, "lifted")
