"""A firm that was asked onto a case has answered."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import PartyAnswered
from services.chassis.db.work import Work
from services.notify.messages import word
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import contact_of_case
from services.notify.outgoing.tell import tell


def on_party_answered(event: PartyAnswered, work: Work) -> None:
    """By e-mail to whoever acts for the applicant."""
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    answer = "accepted" if event.accepted else "declined"
    tell(
        work,
        "party_answered",
        [contact_of_case(work.session, contact, event.firm.firm_id)],
        lambda language: {
            **case_values(event, language),
            "firm": event.party.name,
            "answer": word(f"party_answer.{answer}", language),
            "link": links.case_page(event.case_id),
        },
    )
