"""A firm is asked onto a case."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import PartyInvited
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import known_firm
from services.notify.outgoing.tell import tell


def on_party_invited(event: PartyInvited, work: Work) -> None:
    """By e-mail to the firm; it names the case and shows nothing of it."""
    hear_case(work, event)
    tell(
        work,
        "party_invited",
        [known_firm(work.session, event.party.firm_id)],
        lambda language: {
            **case_values(event, language),
            "firm": event.firm.name,
            "link": links.contractor("/saker/invitasjoner"),
        },
    )
