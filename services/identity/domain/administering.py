"""Who administers people in firms and among the staff, and what states they are in."""

from __future__ import annotations

from datetime import datetime, timedelta

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import OwnAccount
from services.identity.contract.types.invitations import InvitationState

INVITATION = timedelta(hours=48)
"""From sending to having accepted."""
RELEASE = timedelta(hours=24)
"""A lost phone of staff waits so long for the second person."""
OF_FIRMS = ("administrator", "firm_registrar")
READERS = (*OF_FIRMS, "auditor")


def ensure_may_administer_users(actor: Actor) -> None:
    """The firm's own administrators, and the utility's administrators and registrars."""
    needed = ("firm_admin",) if actor.audience == "contractor" else OF_FIRMS
    if not actor.has(*needed):
        raise NotForYou


def ensure_may_read_users(actor: Actor) -> None:
    """The same, and auditors."""
    needed = ("firm_admin",) if actor.audience == "contractor" else READERS
    if not actor.has(*needed):
        raise NotForYou


def ensure_may_read_staff(actor: Actor) -> None:
    """Administrators and auditors."""
    if not actor.has("administrator", "auditor"):
        raise NotForYou


def ensure_administrator(actor: Actor) -> None:
    """Raises NotForYou for everybody but the utility's administrator."""
    if actor.audience != "operator" or not actor.has("administrator"):
        raise NotForYou


def ensure_somebody_else(actor: Actor, *people: str) -> None:
    """Raises OwnAccount when the caller is one of them."""
    if actor.user_id in people:
        raise OwnAccount


def state_of_invitation(
    *, accepted: bool, withdrawn: bool, expires_at: datetime, at: datetime
) -> InvitationState:
    """Where an invitation stands now."""
    if accepted:
        return "accepted"
    if withdrawn:
        return "withdrawn"
    return "open" if at < expires_at else "expired"
