"""Somebody asks whether documents works."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages.housekeeping import CanaryReply
from services.documents.contract.operations import Canary


def canary(request: Canary, work: Work) -> CanaryReply:
    """It consumes, works and answers."""
    del request, work
    return CanaryReply(service="documents")
