"""A utility was created or changed."""

from __future__ import annotations

from services.cases.store import known
from services.chassis.db.work import Work
from services.identity.contract.events.utilities import UtilityConfigured


def on_utility_configured(event: UtilityConfigured, work: Work) -> None:
    """Which is for training: it stays out of every count."""
    sequence = work.cause.sequence if work.cause else 0
    known.hear_utility(work.session, event.utility_id, sequence, training=event.training)
