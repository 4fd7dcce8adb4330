"""An approval is about to lapse: the firm is warned."""

from __future__ import annotations

from services.cases.contract.events.waiting import LapseWarned
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_deadline
from services.notify.outgoing.case_news import tell_firm


def on_lapse_warned(event: LapseWarned, work: Work) -> None:
    """By SMS and e-mail; dropped if work is reported first."""
    tell_firm(
        work,
        event,
        "lapse_warning",
        lambda language: {"day": show_deadline(event.lapses_at, as_language(language))},
        while_status=event.status,
    )
