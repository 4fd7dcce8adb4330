"""A decision was appealed: both sides have it in writing."""

from __future__ import annotations

from services.cases.contract.events.appeals import CaseAppealed
from services.chassis.db.work import Work
from services.notify.messages import word
from services.notify.outgoing.case_news import tell_caseworker, tell_firm


def on_case_appealed(event: CaseAppealed, work: Work) -> None:
    """By e-mail to whoever acts for the firm and to the caseworker."""
    tell_firm(work, event, "case_appealed", lambda language: _values(event, language))
    tell_caseworker(work, event, "case_appealed", lambda language: _values(event, language))


def _values(event: CaseAppealed, language: str) -> dict[str, str]:
    late = word("appeal_late", language) if event.late else ""
    return {"firm": event.firm.name, "late": late}
