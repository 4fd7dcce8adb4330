"""A freeze will keep a firm from answering a letter: it is reminded to answer before (R67)."""

from __future__ import annotations

from services.cases.contract.events.exemptions import FreezeComesUp
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_datetime, show_deadline
from services.notify.outgoing.case_news import tell_firm


def on_freeze_comes_up(event: FreezeComesUp, work: Work) -> None:
    """By SMS and e-mail; dropped if the firm answers before it is sent."""
    tell_firm(
        work,
        event,
        "freeze_comes_up",
        lambda language: {
            "starts": show_datetime(event.starts_at, as_language(language)),
            "ends": show_datetime(event.ends_at, as_language(language)),
            "due": show_deadline(event.due_at, as_language(language)),
        },
        while_status="information_requested",
    )
