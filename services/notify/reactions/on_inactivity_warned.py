"""An account has not been used for long: its owner is told how to keep it."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_date
from services.identity.contract.events.privacy import InactivityWarned
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_inactivity_warned(event: InactivityWarned, work: Work) -> None:
    """By e-mail."""
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        person_id=event.person_id,
    )
    tell(
        work,
        "inactivity_warning",
        [to],
        lambda _: {
            "day": show_date(event.rests_at, event.language),
            "link": links.contractor("/logg-inn"),
        },
    )
