"""The utility said no to a firm: it is told why."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import format_orgnr
from services.identity.contract.events.firms import FirmRejected
from services.notify.outgoing.firms import as_recipient, hear_firm
from services.notify.outgoing.tell import tell


def on_firm_rejected(event: FirmRejected, work: Work) -> None:
    """Keep the firm; tell it by e-mail, with the reason."""
    hear_firm(work, event, "rejected")
    tell(
        work,
        "firm_rejected",
        [as_recipient(event)],
        lambda _: {
            "firm": event.name,
            "orgnr": format_orgnr(event.orgnr),
            "reason": event.reason,
        },
    )
