"""Identity proves that it consumes, works and answers."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import CanaryReply
from services.identity.contract.operations.housekeeping import Canary


def canary(request: Canary, work: Work) -> CanaryReply:
    """Nothing is looked up."""
    del request, work
    return CanaryReply(service="identity")
