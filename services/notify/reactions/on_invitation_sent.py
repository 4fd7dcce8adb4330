"""A place is offered to the address the event carries."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import show_datetime
from services.identity.contract.events.invitations import InvitationSent
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_invitation_sent(event: InvitationSent, work: Work) -> None:
    """By e-mail; the token in the link stays sealed until the moment of sending."""
    staff = event.portal == "operator"
    page = links.operator if staff else links.contractor
    to = Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        person_id=event.person_id,
    )
    tell(
        work,
        "staff_invitation" if staff else "firm_invitation",
        [to],
        lambda _: {
            "link": page(event.path),
            "until": show_datetime(event.expires_at, event.language),
            "inviter": event.inviter,
            "place": event.place,
        },
        sealed=event.sealed_token,
        expires_at=event.expires_at,
    )
