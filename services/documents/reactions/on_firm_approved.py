"""A firm was let in: the language it reads, and the letter that says so."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import firm_letters, parties
from services.identity.contract.events.firms import FirmApproved


def on_firm_approved(event: FirmApproved, work: Work) -> None:
    """Its letters are written in that language; the first is this one."""
    parties.know_language(work.session, event.firm_id, event.language, event.revision)
    firm_letters.order(work, event, "approved", event.note)
