"""A lost phone counts no longer: its owner is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.standing import PhoneReleased
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_phone_released(event: PhoneReleased, work: Work) -> None:
    """To the e-mail address and the old number."""
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        mobile=event.old_mobile or "",
        person_id=event.person_id,
    )
    at = work.cause.at if work.cause else work.now
    tell(work, "phone_released", [to], lambda _: {"at": show_datetime(at, event.language)})
