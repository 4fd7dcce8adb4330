"""A word from the provider moves a delivery forward, never back."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.domain.callback import furthest
from services.notify.domain.delivery import State
from services.notify.model import Delivery
from services.notify.outgoing.pages import page_failed


def advance(work: Work, row: Delivery, state: State | None, error: str) -> None:
    """Go to the state unless the delivery is as far already; an unknown word changes nothing.

    Any callback proves that the provider has it, so one that was sent is not sent again.
    """
    if state is None:
        return
    if row.state == "sent":
        row.execute_after = None
    reached = furthest(row.state, state)
    if reached == row.state:
        return
    row.state, row.updated_at = reached, work.now
    row.sent_at = row.sent_at or work.now
    row.execute_after, row.sealed, row.problem = None, None, None
    if reached == "failed":
        row.problem = f"provider {error}" if error else "not delivered"
        page_failed(work, row)
