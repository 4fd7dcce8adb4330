"""A case belongs to another firm: both are told."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import FirmChangedOnCase
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import known_firm
from services.notify.outgoing.tell import tell


def on_firm_changed_on_case(event: FirmChangedOnCase, work: Work) -> None:
    """By e-mail to the firms themselves: nobody of the new one acts for it yet."""
    hear_case(work, event)
    link = links.case_page(event.case_id)
    tell(
        work,
        "case_given_away",
        [known_firm(work.session, event.former.firm_id)],
        lambda language: {
            **case_values(event, language),
            "firm": event.firm.name,
            "reason": event.reason,
            "link": link,
        },
    )
    tell(
        work,
        "case_taken_over",
        [known_firm(work.session, event.firm.firm_id)],
        lambda language: {
            **case_values(event, language),
            "former": event.former.name,
            "reason": event.reason,
            "link": link,
        },
    )
