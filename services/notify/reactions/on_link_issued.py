"""A link is to be sent to the address it carries."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.secrets import LinkIssued
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_link_issued(event: LinkIssued, work: Work) -> None:
    """By e-mail; the token in the link stays sealed until the moment of sending."""
    page = links.operator if event.portal == "operator" else links.contractor
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        person_id=event.person_id,
    )
    tell(
        work,
        f"{event.purpose}_link",
        [to],
        lambda _: {
            "link": page(event.path),
            "until": show_datetime(event.expires_at, event.language),
        },
        sealed=event.sealed_token,
        expires_at=event.expires_at,
    )
