"""A leader opened a case again: the firm is told why."""

from __future__ import annotations

from services.cases.contract.events.endings import CaseReopened
from services.chassis.db.work import Work
from services.notify.outgoing.case_news import tell_firm


def on_case_reopened(event: CaseReopened, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    tell_firm(work, event, "case_reopened", lambda _: {"reason": event.reason})
