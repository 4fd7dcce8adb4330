"""Prove that notify consumes and works."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import CanaryReply
from services.notify.contract.operations import Canary


def canary(request: Canary, work: Work) -> CanaryReply:
    """Answer; nothing is looked up."""
    del request, work
    return CanaryReply(service="notify")
