"""The firm took a case back: both sides have it in writing."""

from __future__ import annotations

from collections.abc import Sequence

from services.cases.contract.events.life import CaseWithdrawn
from services.chassis.db.work import Work
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import Recipient, caseworker, contact_of_case
from services.notify.outgoing.tell import tell


def on_case_withdrawn(event: CaseWithdrawn, work: Work) -> None:
    """By e-mail to whoever acts for the firm and to the caseworker.

    A draft has no number and was never the utility's: nobody is told.
    """
    hear_case(work, event)
    if event.number is None:
        return
    contact = event.contact.person_id if event.contact else None
    handles = event.caseworker.person_id if event.caseworker else None
    firm = [contact_of_case(work.session, contact, event.firm.firm_id)]
    _tell(event, work, "firm", firm, links.case_page(event.case_id))
    utility = caseworker(work.session, handles)
    _tell(event, work, "utility", utility, links.operators_case_page(event.case_id))


def _tell(
    event: CaseWithdrawn, work: Work, side: str, recipients: Sequence[Recipient], link: str
) -> None:
    tell(
        work,
        "case_withdrawn",
        recipients,
        lambda language: {
            **case_values(event, language),
            "firm": event.firm.name,
            "link": link,
        },
        about=f"{event.case_id}:{event.revision}:{side}",
    )
