"""A round of a lane: claim in one transaction, send outside any, finish in another."""

from __future__ import annotations

from services.chassis import faults
from services.chassis.logging import logger, traced
from services.notify.deliveries.claiming import claim
from services.notify.deliveries.finishing import finish
from services.notify.deliveries.sending import carry_out
from services.notify.domain.delivery import Urgency

log = logger(__name__)


def deliver_codes() -> int:
    """Send one-time codes and links."""
    return _round("code")


def deliver_emergencies() -> int:
    """Ring and text the person on call."""
    return _round("emergency")


def deliver_ordinary() -> int:
    """Send everything else."""
    return _round("ordinary")


def _round(urgency: Urgency) -> int:
    claimed = claim(urgency, limit=1)
    for task in claimed.tasks:
        with traced(task.trace, delivery_id=task.delivery_id, message=task.message):
            faults.point("between-claim-and-send")
            outcome = carry_out(task)
            faults.point("between-answer-and-status")
            finish(task, outcome)
            log.info(
                "delivery_attempted",
                channel=task.channel,
                attempt=task.attempt,
                step=task.step,
                outcome=type(outcome).__name__,
                problem=getattr(outcome, "problem", ""),
            )
    return claimed.handled
