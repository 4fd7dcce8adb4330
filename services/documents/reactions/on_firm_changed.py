"""A firm changed its profile: perhaps the language it reads."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import parties
from services.identity.contract.events.firms import FirmChanged


def on_firm_changed(event: FirmChanged, work: Work) -> None:
    """Its letters are written in the language it has chosen."""
    if event.language is not None:
        parties.know_language(work.session, event.firm_id, event.language, event.revision)
