"""Proves that cases consumes and answers."""

from __future__ import annotations

from services.cases.contract.operations.housekeeping import Canary
from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import CanaryReply


def canary(request: Canary, work: Work) -> CanaryReply:
    """Nothing is looked up."""
    del request, work
    return CanaryReply(service="cases")
