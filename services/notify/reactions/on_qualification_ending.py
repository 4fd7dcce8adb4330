"""A proof runs out soon."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_date
from services.identity.contract.events.qualifications import QualificationEnding
from services.notify.outgoing import links
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell


def on_qualification_ending(event: QualificationEnding, work: Work) -> None:
    """The firm is told by e-mail, in time."""
    tell(
        work,
        "qualification_ending",
        [Recipient(key=f"firm:{event.firm_id}", language=event.language, email=event.email)],
        lambda language: {
            "firm": event.firm_name,
            "title": event.title[as_language(language)],
            "number": event.number,
            "day": show_date(event.expires_on, as_language(language)),
            "link": links.contractor("/foretaket/kompetanse"),
        },
    )
