"""A utility was created or changed."""

from __future__ import annotations

from services.cases.store import known, rules
from services.chassis.db.work import Work
from services.identity.contract.events.utilities import UtilityConfigured


def on_utility_configured(event: UtilityConfigured, work: Work) -> None:
    """Which is for training: it stays out of every count. And the opening it is set up with.

    An administrator may move the opening afterwards.
    """
    sequence = work.cause.sequence if work.cause else 0
    known.hear_utility(work.session, event.utility_id, sequence, training=event.training)
    if event.opens_at is not None:
        said = {"utility": event.utility_id, "opens_at": event.opens_at}
        rules.choose(work.session, event.utility_id, said)
