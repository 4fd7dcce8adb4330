"""Is it alive, and what was parked."""

from __future__ import annotations

from services.chassis.messages.housekeeping import (
    CanaryRequest,
    ListParkedRequest,
    ReplayParkedRequest,
)


class Canary(CanaryRequest):
    """Prove that identity consumes and works."""


class ListParked(ListParkedRequest):
    """Parked events of identity."""


class ReplayParked(ReplayParkedRequest):
    """Replay one of them."""
