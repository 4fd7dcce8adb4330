"""Mail to an address is refused for good."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.store import addresses
from services.notify.contract.events import AddressBounced


def on_address_bounced(event: AddressBounced, work: Work) -> None:
    """The firms that use it at the utility see that nothing arrives, until they change it."""
    addresses.mark(work.session, event.email, work.actor.utility, event.at)
