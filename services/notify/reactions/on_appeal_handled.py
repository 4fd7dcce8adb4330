"""An appeal went a step further: the firm is told."""

from __future__ import annotations

from services.cases.contract.events.appeals import AppealHandled
from services.chassis.db.work import Work
from services.notify.messages import word
from services.notify.outgoing.case_news import tell_firm


def on_appeal_handled(event: AppealHandled, work: Work) -> None:
    """By e-mail to whoever acts for the firm."""
    tell_firm(
        work,
        event,
        "appeal_handled",
        lambda language: {
            "step": word(f"appeal_step.{event.step}", language),
            "reason": event.reason,
        },
    )
