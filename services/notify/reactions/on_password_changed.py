"""A password was changed or reset: its owner is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.factors import PasswordChanged
from services.notify.outgoing.recipients import owner
from services.notify.outgoing.tell import tell


def on_password_changed(event: PasswordChanged, work: Work) -> None:
    """By e-mail and SMS: after a reset the mailbox may be in the wrong hands."""
    at = work.cause.at if work.cause else work.now
    to = owner(event, mobile=event.mobile or "")
    tell(work, "password_changed", [to], lambda _: {"at": show_datetime(at, event.language)})
