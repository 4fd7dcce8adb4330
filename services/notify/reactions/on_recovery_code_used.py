"""A recovery code stood in for the second factor: its owner is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.factors import RecoveryCodeUsed
from services.notify.outgoing.recipients import owner
from services.notify.outgoing.tell import tell


def on_recovery_code_used(event: RecoveryCodeUsed, work: Work) -> None:
    """By e-mail."""
    at = work.cause.at if work.cause else work.now
    tell(
        work,
        "recovery_code_used",
        [owner(event)],
        lambda _: {"at": show_datetime(at, event.language), "left": str(event.left)},
    )
