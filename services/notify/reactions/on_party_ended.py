"""A firm is not on a case any more."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import PartyEnded
from services.chassis.db.work import Work
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import known_firm
from services.notify.outgoing.tell import tell


def on_party_ended(event: PartyEnded, work: Work) -> None:
    """By e-mail to the firm, which cannot look for itself."""
    hear_case(work, event)
    tell(
        work,
        "party_ended",
        [known_firm(work.session, event.party.firm_id)],
        lambda language: {**case_values(event, language), "firm": event.firm.name},
    )
