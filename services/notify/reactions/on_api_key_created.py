"""A firm has a new API key: the firm is told, in case somebody else made it."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_datetime
from services.identity.contract.events.api_keys import ApiKeyCreated
from services.notify.outgoing import links, recipients
from services.notify.outgoing.tell import tell


def on_api_key_created(event: ApiKeyCreated, work: Work) -> None:
    """By e-mail to the firm's own address."""
    tell(
        work,
        "api_key_created",
        [recipients.known_firm(work.session, event.firm_id)],
        lambda language: {
            "name": event.name,
            "created_by": event.created_by,
            "expires_at": show_datetime(event.expires_at, as_language(language)),
            "link": links.contractor("/foretak/api-nokler"),
        },
    )
