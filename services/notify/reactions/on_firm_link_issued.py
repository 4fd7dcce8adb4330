"""Identity issued a link to an address of a firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.firms import FirmLinkIssued
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_firm_link_issued(event: FirmLinkIssued, work: Work) -> None:
    """By e-mail; the token in the link stays sealed until the moment of sending."""
    tell(
        work,
        f"firm_{event.purpose}_link",
        [Recipient(key=f"firm:{event.firm_id}", language=event.language, email=event.email)],
        lambda _: {
            "firm": event.firm_name,
            "link": links.contractor(event.path),
            "until": show_datetime(event.expires_at, event.language),
        },
        sealed=event.sealed_token,
        expires_at=event.expires_at,
    )
