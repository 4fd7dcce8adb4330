"""An administrator, or the person, changed where the person stands: the person is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.standing import StandingChanged
from services.notify.messages import word
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_standing_changed(event: StandingChanged, work: Work) -> None:
    """By e-mail, to the address the event carries."""
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        person_id=event.person_id,
    )
    at = work.cause.at if work.cause else work.now
    tell(
        work,
        "standing_changed",
        [to],
        lambda language: {
            "what": _what(event, language),
            "at": show_datetime(at, event.language),
        },
    )


def _what(event: StandingChanged, language: str) -> str:
    roles = ", ".join(word(f"role.{role}", language) for role in event.roles)
    return word(f"standing.{event.what}", language, place=event.place, roles=roles)
