"""The utility has received a case: the receipt."""

from __future__ import annotations

from services.cases.contract.events.life import CaseReceived
from services.chassis.db.work import Work
from services.chassis.i18n import Language, as_language, last_day, show_date, show_datetime
from services.notify.messages import word
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import contact_of_case
from services.notify.outgoing.tell import tell


def on_case_received(event: CaseReceived, work: Work) -> None:
    """By e-mail to whoever acts for the firm, with a link to the case and its receipt."""
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    tell(
        work,
        "case_received",
        [contact_of_case(work.session, contact, event.firm.firm_id)],
        lambda language: {
            **case_values(event, language),
            "received": show_datetime(event.received_at, as_language(language)),
            "expected": _expected(event, as_language(language)),
            "link": links.case_page(event.case_id),
        },
    )


def _expected(event: CaseReceived, language: Language) -> str:
    if event.expected_by is None:
        return word("expected.open", language)
    return word("expected.by", language, day=show_date(last_day(event.expected_by), language))
