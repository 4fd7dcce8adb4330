"""The utility answered a request for a preliminary statement: the firm is told."""

from __future__ import annotations

from services.cases.contract.events.decisions import StatementGiven
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import contact_and_firm
from services.notify.outgoing.tell import tell


def on_statement_given(event: StatementGiven, work: Work) -> None:
    """By SMS and e-mail to whoever acts for the firm, and to the firm's own address."""
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    tell(
        work,
        "statement_given",
        contact_and_firm(work.session, contact, event.firm.firm_id),
        lambda language: {
            **case_values(event, language),
            "link": links.case_page(event.case_id),
        },
    )
