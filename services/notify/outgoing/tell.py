"""Put a message in the outgoing tray, in each recipient's own language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from services.chassis.db.work import Work
from services.chassis.wake import wake
from services.notify.domain.delivery import KEEP_TRYING, Urgency
from services.notify.messages import message
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.store import contacts, deliveries

PUMPS: dict[Urgency, str] = {
    "code": "deliver_codes",
    "emergency": "deliver_emergencies",
    "ordinary": "deliver_ordinary",
}
Values = Callable[[str], Mapping[str, str]]
"""The values of a message in a language."""


def tell(
    work: Work,
    key: str,
    recipients: Iterable[Recipient],
    values: Values,
    *,
    about: str = "",
    sealed: str | None = None,
    expires_at: datetime | None = None,
    while_case: tuple[str, str] | None = None,
) -> int:
    """One delivery per recipient and channel that reaches them; returns how many are new.

    Told once: a repetition changes nothing, although others may be known by then. `about` says
    which news it is when it may come in another event; by default the event itself is the news.
    `while_case` is a case and the status it must still have when the message is sent.
    """
    kind = message(key)
    cause = f"{key}:{about or (work.cause.id if work.cause else work.trace)}"
    if deliveries.is_told(work.session, cause):
        return 0
    portals = contacts.portals_of(work.session, work.actor.utility)
    new = [
        deliveries.NewDelivery(
            cause=cause,
            to=to.key,
            utility=work.actor.utility,
            channel=channel,
            message=key,
            urgency=kind.urgency,
            recipient=to.address(channel),
            language=to.language,
            values=links.at_utility(_checked(key, values(to.language)), portals),
            trace=work.trace,
            person_id=to.person_id,
            sealed=sealed,
            expires_at=expires_at or work.now + KEEP_TRYING,
            while_case=while_case[0] if while_case else None,
            while_status=while_case[1] if while_case else None,
        )
        for to in recipients
        for channel in kind.channels
        if to.address(channel)
    ]
    kept = deliveries.keep(work.session, new, work.now)
    if kept:
        work.after_commit.append(lambda: wake(PUMPS[kind.urgency], kept))
    return kept


def _checked(key: str, values: Mapping[str, str]) -> dict[str, str]:
    """Exactly what the message names; KeyError otherwise, so that a slip shows in a test."""
    wanted = set(message(key).values)
    if wanted != values.keys():
        raise KeyError(f"{key} wants {sorted(wanted)}")
    return dict(values)
