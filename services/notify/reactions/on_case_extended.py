"""The utility needs more time: the firm is told the new date and why."""

from __future__ import annotations

from services.cases.contract.events.waiting import CaseExtended
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_deadline
from services.notify.outgoing.case_news import tell_firm


def on_case_extended(event: CaseExtended, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    tell_firm(
        work,
        event,
        "case_extended",
        lambda language: {
            "expected": show_deadline(event.expected_by, as_language(language)),
            "reason": event.reason,
        },
    )
