"""An approval has lapsed: the firm is told."""

from __future__ import annotations

from services.cases.contract.events.waiting import CaseLapsed
from services.chassis.db.work import Work
from services.notify.outgoing.case_news import tell_firm


def on_case_lapsed(event: CaseLapsed, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    tell_firm(work, event, "case_lapsed", lambda _: {})
