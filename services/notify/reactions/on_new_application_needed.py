"""Another firm takes work over and must apply anew: both are told."""

from __future__ import annotations

from services.cases.contract.events.firms_on_case import NewApplicationNeeded
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import known_firm
from services.notify.outgoing.tell import tell


def on_new_application_needed(event: NewApplicationNeeded, work: Work) -> None:
    """The new firm gets its draft, the old one is told what it may do."""
    hear_case(work, event)
    tell(
        work,
        "new_application_to_begin",
        [known_firm(work.session, event.taken_by.firm_id)],
        lambda language: {
            **case_values(event, language),
            "former": event.firm.name,
            "reason": event.reason,
            "link": links.case_page(event.new_case_id),
        },
    )
    tell(
        work,
        "new_application_elsewhere",
        [known_firm(work.session, event.firm.firm_id)],
        lambda language: {
            **case_values(event, language),
            "firm": event.taken_by.name,
            "reason": event.reason,
            "link": links.case_page(event.case_id),
        },
    )
