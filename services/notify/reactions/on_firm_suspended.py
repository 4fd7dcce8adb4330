"""A utility stopped a firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import format_orgnr
from services.identity.contract.events.firms import FirmSuspended
from services.notify.outgoing.firms import as_recipient, hear_firm
from services.notify.outgoing.tell import tell


def on_firm_suspended(event: FirmSuspended, work: Work) -> None:
    """Keep the firm; tell it by e-mail, with the reason."""
    hear_firm(work, event, "suspended")
    tell(
        work,
        "firm_suspended",
        [as_recipient(event)],
        lambda _: {
            "firm": event.name,
            "orgnr": format_orgnr(event.orgnr),
            "reason": event.reason,
        },
    )
