"""A freeze does not stop a firm, or one of its cases: it is told, with reason and end."""

from __future__ import annotations

from services.cases.contract.events.exemptions import ExemptionGranted
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_datetime
from services.notify.messages import word
from services.notify.outgoing import links
from services.notify.outgoing.case_words import NO_NUMBER
from services.notify.outgoing.recipients import known_firm
from services.notify.outgoing.tell import tell


def on_exemption_granted(event: ExemptionGranted, work: Work) -> None:
    """By e-mail to the firm."""
    tell(
        work,
        "exemption_granted",
        [known_firm(work.session, event.firm_id)],
        lambda language: {
            "what": _what(event, language),
            "until": show_datetime(event.ends_at, as_language(language)),
            "reason": event.reason,
            "link": links.case_page(event.case.case_id) if event.case else links.contractor(),
        },
    )


def _what(event: ExemptionGranted, language: str) -> str:
    if event.case is None:
        return word("exempted.firm", language)
    return word("exempted.case", language, number=event.case.number or NO_NUMBER)
