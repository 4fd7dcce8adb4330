"""What a contact point must have, and who answers for it."""

from __future__ import annotations

from services.notify.contract.errors import ContactUnreachable, EmergencyNumberStays
from services.notify.contract.types import NewContactPoint

EMERGENCY = "emergency"
EDITORS = ("editor", "administrator")
DUTY = ("duty_officer", "administrator")
"""Who answers for the number people ring when water floods a street: those who say who is rung."""


def those_who_may(purpose: str) -> tuple[str, ...]:
    """The roles that set the contact point; the first is the one asked for."""
    return DUTY if purpose == EMERGENCY else EDITORS


def ensure_reachable(point: NewContactPoint) -> None:
    """By telephone or e-mail; the duty centre by telephone.

    Raises ContactUnreachable, EmergencyNumberStays.
    """
    if not point.phone:
        ensure_removable(point.purpose)
    if not (point.phone or point.email):
        raise ContactUnreachable(purpose=point.purpose)


def ensure_removable(purpose: str) -> None:
    """Everything but the duty centre. Raises EmergencyNumberStays."""
    if purpose == EMERGENCY:
        raise EmergencyNumberStays
