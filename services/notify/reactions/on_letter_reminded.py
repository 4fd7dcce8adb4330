"""A deficiency letter is unanswered: the firm is reminded, or told that the case may be closed."""

from __future__ import annotations

from services.cases.contract.events.waiting import LetterReminded
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_deadline
from services.notify.outgoing.case_news import tell_firm


def on_letter_reminded(event: LetterReminded, work: Work) -> None:
    """By SMS and e-mail; dropped if the firm answers before it is sent."""
    if event.when == "before":
        tell_firm(
            work,
            event,
            "letter_reminder",
            lambda language: {"due": show_deadline(event.due_at, as_language(language))},
            while_status="information_requested",
        )
    else:
        tell_firm(
            work,
            event,
            "letter_overdue",
            lambda language: {
                "due": show_deadline(event.due_at, as_language(language)),
                "closes": show_deadline(event.closes_after or event.due_at, as_language(language)),
            },
            while_status="information_requested",
        )
