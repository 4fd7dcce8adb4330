"""Messages of a case have lain unread: the side they are for is told, once for all of them."""

from __future__ import annotations

from services.cases.contract.events.dialogue import MessagesWaiting
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import caseworker, contact_of_case
from services.notify.outgoing.tell import tell


def on_messages_waiting(event: MessagesWaiting, work: Work) -> None:
    """That there are some, never what they say; a case nobody handles stands in the queue."""
    hear_case(work, event)
    if event.to == "firm":
        contact = event.contact.person_id if event.contact else None
        tell(
            work,
            "messages_for_firm",
            [contact_of_case(work.session, contact, event.firm.firm_id)],
            lambda language: {
                **case_values(event, language),
                "link": links.case_page(event.case_id),
            },
        )
        return
    handles = event.caseworker.person_id if event.caseworker else None
    tell(
        work,
        "messages_for_caseworker",
        caseworker(work.session, handles),
        lambda language: {
            **case_values(event, language),
            "firm": event.firm.name,
            "link": links.operators_case_page(event.case_id),
        },
    )
