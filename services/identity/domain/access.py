"""Who may do what in identity."""

from __future__ import annotations

from services.chassis.messages import Actor, NotForYou

READERS = ("firm_registrar", "administrator", "auditor")


def ensure_registrar(actor: Actor) -> None:
    """Only a firm registrar decides on firms."""
    if not actor.has("firm_registrar"):
        raise NotForYou


def ensure_may_read_firms(actor: Actor) -> None:
    """Registrars, administrators and auditors see the utility's firms."""
    if not actor.has(*READERS):
        raise NotForYou


def ensure_administrator(actor: Actor) -> None:
    """Only an administrator sees what is parked."""
    if not actor.has("administrator"):
        raise NotForYou
