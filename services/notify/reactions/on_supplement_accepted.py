"""The utility is satisfied with the answers: the firm need not act now."""

from __future__ import annotations

from services.cases.contract.events.deficiencies import SupplementAccepted
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import contact_of_case
from services.notify.outgoing.tell import tell


def on_supplement_accepted(event: SupplementAccepted, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    tell(
        work,
        "supplement_accepted",
        [contact_of_case(work.session, contact, event.firm.firm_id)],
        lambda language: {
            **case_values(event, language),
            "link": links.case_page(event.case_id),
        },
    )
