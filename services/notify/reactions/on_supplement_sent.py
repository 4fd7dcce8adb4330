"""The firm answered a deficiency letter: the caseworker is told."""

from __future__ import annotations

from services.cases.contract.events.deficiencies import SupplementSent
from services.chassis.db.work import Work
from services.notify.messages import word
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import caseworker
from services.notify.outgoing.tell import tell


def on_supplement_sent(event: SupplementSent, work: Work) -> None:
    """By e-mail; a case without a caseworker stands in the queue, where it is seen."""
    hear_case(work, event)
    handles = event.caseworker.person_id if event.caseworker else None
    answered = "complete" if event.complete else "partial" if event.letter else "free"
    tell(
        work,
        "supplement_sent",
        caseworker(work.session, handles),
        lambda language: {
            **case_values(event, language),
            "firm": event.firm.name,
            "completeness": word(f"completeness.{answered}", language),
            "link": links.operators_case_page(event.case_id),
        },
    )
