"""Of utilities."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Event


class UtilityConfigured(Event):
    """A utility was created or changed."""

    aggregate_kind: ClassVar[str] = "utility"
    aggregate_field: ClassVar[str] = "utility_id"

    utility_id: str
    name: str
    short_name: str
    duty_phone: str
    training: bool
    contractor_url: str = ""
    operator_url: str = ""
    """Of its portals; empty for the installation's own."""
