"""The registrar looked at a proof."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import as_language
from services.identity.contract.events.qualifications import QualificationDecided
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_qualification_decided(event: QualificationDecided, work: Work) -> None:
    """The firm is told by e-mail, with the reason when it does not hold."""
    tell(
        work,
        f"qualification_{event.state}",
        [Recipient(key=f"firm:{event.firm_id}", language=event.language, email=event.email)],
        lambda language: {
            "firm": event.firm_name,
            "title": event.title[as_language(language)],
            "number": event.number,
            **({"reason": event.reason} if event.state == "refused" else {}),
            "link": links.contractor("/foretaket/kompetanse"),
        },
    )
