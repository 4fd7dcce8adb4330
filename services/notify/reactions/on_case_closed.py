"""A case was closed: the firm is told."""

from __future__ import annotations

from services.cases.contract.events.endings import CaseClosed
from services.chassis.db.work import Work
from services.notify.outgoing.case_news import tell_firm


def on_case_closed(event: CaseClosed, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    tell_firm(work, event, "case_closed", lambda _: {"reason": event.reason})
