"""A firm waits for approval: it is told that nothing more is asked of it now."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import format_orgnr
from services.identity.contract.events.firms import FirmRegistered
from services.notify.outgoing.firms import as_recipient, hear_firm
from services.notify.outgoing.tell import tell


def on_firm_registered(event: FirmRegistered, work: Work) -> None:
    """Keep the firm; confirm by e-mail."""
    hear_firm(work, event, "waiting")
    tell(
        work,
        "firm_registered",
        [as_recipient(event)],
        lambda _: {"firm": event.name, "orgnr": format_orgnr(event.orgnr)},
    )
