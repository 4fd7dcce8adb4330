"""Who may do what at notify."""

from __future__ import annotations

from services.chassis.messages import Actor
from services.notify.contract.errors import NotYourTask


def ensure_role(actor: Actor, *roles: str) -> None:
    """Raises NotYourTask unless a member of staff holds one of the roles."""
    if actor.audience != "operator" or not actor.has(*roles):
        raise NotYourTask(needs=roles[0])


def is_editor(actor: Actor, utility: str) -> bool:
    """True for an editor of that utility."""
    return actor.audience == "operator" and actor.has("editor") and actor.utility == utility
