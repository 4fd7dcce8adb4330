"""A mobile number was registered or changed: the old contact is told at once."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.secrets import MobileEnrolled
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_mobile_enrolled(event: MobileEnrolled, work: Work) -> None:
    """To the e-mail address and, when there was one, the old number."""
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        mobile=event.old_mobile or "",
        person_id=event.person_id,
    )
    at = work.cause.at if work.cause else work.now
    tell(work, "mobile_enrolled", [to], lambda _: {"at": show_datetime(at, event.language)})
