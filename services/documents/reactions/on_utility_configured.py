"""A utility was created or changed: the sender of its letters."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import parties
from services.identity.contract.events.utilities import UtilityConfigured


def on_utility_configured(event: UtilityConfigured, work: Work) -> None:
    """Keep its name for the letterhead; the event's place in its sequence tells old from new."""
    sequence = work.cause.sequence if work.cause else 0
    parties.know_utility(work.session, event.utility_id, event.name, sequence)
