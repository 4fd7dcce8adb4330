"""Somebody logged in with a browser that is new to the account: its owner is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.factors import DeviceSeen
from services.notify.messages.words import word
from services.notify.outgoing.recipients import owner
from services.notify.outgoing.tell import tell


def on_device_seen(event: DeviceSeen, work: Work) -> None:
    """By e-mail."""
    tell(
        work,
        "device_seen",
        [owner(event)],
        lambda language: {
            "at": show_datetime(event.seen_at, event.language),
            "device": event.device or word("device.unknown", language),
        },
    )
