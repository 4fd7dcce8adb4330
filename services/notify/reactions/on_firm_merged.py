"""Two firms became one at a utility."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.norway import format_orgnr
from services.identity.contract.events.firms import FirmMerged
from services.notify.outgoing.firms import as_recipient, hear_standing
from services.notify.outgoing.tell import tell


def on_firm_merged(event: FirmMerged, work: Work) -> None:
    """The former firm is told of nothing more there; the one that goes on is told by e-mail."""
    hear_standing(work, event, "merged")
    tell(
        work,
        "firm_merged",
        [as_recipient(event)],
        lambda _: {
            "gone": event.name,
            "gone_orgnr": format_orgnr(event.orgnr),
            "firm": event.into_name,
            "orgnr": format_orgnr(event.into_orgnr),
        },
    )
