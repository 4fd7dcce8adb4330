"""A lost phone of staff was reported: whoever it belongs to is told before anything happens."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.standing import PhoneReleaseAsked
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_phone_release_asked(event: PhoneReleaseAsked, work: Work) -> None:
    """To the e-mail address and the phone that is said to be lost."""
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        mobile=event.mobile or "",
        person_id=event.person_id,
    )
    at = work.cause.at if work.cause else work.now
    tell(work, "phone_release_asked", [to], lambda _: {"at": show_datetime(at, event.language)})
