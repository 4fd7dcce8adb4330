"""Tell that mail to an address is refused for good."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.notify.contract.events import AddressBounced
from services.notify.domain.outcome import NOT_AN_ADDRESS
from services.notify.model import Delivery

NEVER = "smtp 5"
"""A mail server's permanent no (RFC 5321, 4.2.1)."""


def tell_bounced(work: Work, row: Delivery, problem: str) -> None:
    """Nothing for other channels, and for messages that could not be made."""
    if row.channel == "email" and (problem == NOT_AN_ADDRESS or problem.startswith(NEVER)):
        bounced = AddressBounced(delivery_id=row.id, email=row.recipient, at=work.now)
        work.emit(bounced, utility=row.utility)
