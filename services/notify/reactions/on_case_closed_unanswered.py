"""A case was closed because nobody answered: the firm is told what it can do."""

from __future__ import annotations

from services.cases.contract.events.endings import CaseClosedUnanswered
from services.chassis.db.work import Work
from services.notify.outgoing.case_news import tell_firm


def on_case_closed_unanswered(event: CaseClosedUnanswered, work: Work) -> None:
    """By SMS and e-mail to whoever acts for the firm, and to the firm."""
    tell_firm(work, event, "case_closed_unanswered", lambda _: {"reason": event.reason})
