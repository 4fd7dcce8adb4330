"""No answer within a month: the firm is told when to expect it."""

from __future__ import annotations

from services.cases.contract.events.waiting import InterimAnswerGiven
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_deadline
from services.notify.messages import word
from services.notify.outgoing.case_news import tell_firm


def on_interim_answer_given(event: InterimAnswerGiven, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    tell_firm(
        work, event, "interim_answer", lambda language: {"expected": _expected(event, language)}
    )


def _expected(event: InterimAnswerGiven, language: str) -> str:
    if event.expected_by is None:
        return word("expected.open", language)
    day = show_deadline(event.expected_by, as_language(language))
    return word("expected.interim", language, day=day)
