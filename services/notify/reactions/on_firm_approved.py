"""The utility let a firm in: it is told that it can begin."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import format_orgnr
from services.identity.contract.events.firms import FirmApproved
from services.notify.outgoing import links
from services.notify.outgoing.firms import as_recipient, hear_firm
from services.notify.outgoing.tell import tell


def on_firm_approved(event: FirmApproved, work: Work) -> None:
    """Keep the firm; tell it by e-mail, with the registrar's note."""
    hear_firm(work, event, "approved")
    tell(
        work,
        "firm_approved",
        [as_recipient(event)],
        lambda _: {
            "firm": event.name,
            "orgnr": format_orgnr(event.orgnr),
            "note": event.note,
            "link": links.contractor(),
        },
    )
