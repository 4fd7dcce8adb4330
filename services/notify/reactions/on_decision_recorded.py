"""The utility decided: the firm is told the result and where the letter is."""

from __future__ import annotations

from services.cases.contract.events.decisions import DecisionRecorded
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_deadline
from services.notify.messages import word
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import contact_and_firm
from services.notify.outgoing.tell import tell


def on_decision_recorded(event: DecisionRecorded, work: Work) -> None:
    """By SMS and e-mail to whoever acts for the firm, and to the firm's own address."""
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    tell(
        work,
        "decision_recorded",
        contact_and_firm(work.session, contact, event.firm.firm_id),
        lambda language: {
            **case_values(event, language),
            "outcome": word(f"outcome.{event.outcome}", language),
            "appeal": _appeal(event, language),
            "link": links.case_page(event.case_id),
        },
    )


def _appeal(event: DecisionRecorded, language: str) -> str:
    if event.appeal_until is None:
        return ""
    return word("appeal", language, until=show_deadline(event.appeal_until, as_language(language)))
