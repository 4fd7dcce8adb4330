"""Somebody has looked at a case."""

from __future__ import annotations

from services.cases.contract.operations.overview import MarkCaseSeen
from services.cases.store import cases, overview
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def mark_case_seen(request: MarkCaseSeen, work: Work) -> Nothing:
    """From now on it is not unread to them. Raises CaseNotFound."""
    overview.see(work, cases.found(work, request.case_id))
    return Nothing()
