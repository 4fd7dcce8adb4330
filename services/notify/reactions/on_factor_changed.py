"""A way in was added, removed or renewed: its owner is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.factors import FactorChanged
from services.notify.messages.words import word
from services.notify.outgoing.recipients import owner
from services.notify.outgoing.tell import tell


def on_factor_changed(event: FactorChanged, work: Work) -> None:
    """By e-mail: the phone may be what was taken."""
    at = work.cause.at if work.cause else work.now
    tell(
        work,
        "factor_changed",
        [owner(event)],
        lambda language: {
            "at": show_datetime(at, event.language),
            "what": word(f"factor.{event.change}", language, name=event.name),
        },
    )
