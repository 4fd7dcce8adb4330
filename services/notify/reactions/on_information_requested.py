"""A deficiency letter was sent: the firm learns what is missing and by when."""

from __future__ import annotations

from services.cases.contract.events.deficiencies import InformationRequested
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_deadline
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import contact_and_firm
from services.notify.outgoing.tell import tell


def on_information_requested(event: InformationRequested, work: Work) -> None:
    """By SMS and e-mail to whoever acts for the firm, and to the firm's own address."""
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    items = "\n".join(f"{item.number}. {' '.join(item.text.split())}" for item in event.items)
    tell(
        work,
        "information_requested",
        contact_and_firm(work.session, contact, event.firm.firm_id),
        lambda language: {
            **case_values(event, language),
            "due": show_deadline(event.due_at, as_language(language)),
            "items": items,
            "link": links.case_page(event.case_id),
        },
    )
