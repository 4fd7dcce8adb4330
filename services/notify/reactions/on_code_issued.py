"""A one-time code is to be sent to the number it carries."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_time
from services.identity.contract.events.secrets import CodeIssued
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_code_issued(event: CodeIssued, work: Work) -> None:
    """By SMS; the code stays sealed until the moment of sending."""
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        mobile=event.mobile,
        person_id=event.person_id,
    )
    tell(
        work,
        f"{event.purpose}_code",
        [to],
        lambda _: {"until": show_time(event.expires_at, event.language)},
        sealed=event.sealed_code,
        expires_at=event.expires_at,
    )
