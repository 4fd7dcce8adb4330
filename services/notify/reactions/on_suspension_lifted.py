"""A utility let a firm go on."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import format_orgnr
from services.identity.contract.events.firms import SuspensionLifted
from services.notify.outgoing import links
from services.notify.outgoing.firms import as_recipient, hear_firm
from services.notify.outgoing.tell import tell


def on_suspension_lifted(event: SuspensionLifted, work: Work) -> None:
    """Keep the firm; tell it by e-mail."""
    hear_firm(work, event, "approved")
    tell(
        work,
        "suspension_lifted",
        [as_recipient(event)],
        lambda _: {
            "firm": event.name,
            "orgnr": format_orgnr(event.orgnr),
            "link": links.contractor(),
        },
    )
