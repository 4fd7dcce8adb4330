"""Somebody of a firm comes in: what waits for them, and what is new."""

from __future__ import annotations

from services.cases.contract.operations.overview import GetOverview
from services.cases.contract.types.overview import Overview
from services.cases.store import overview
from services.cases.views import case_row
from services.chassis.db.work import Work


def get_overview(request: GetOverview, work: Work) -> Overview:
    """Counts that stop at 100, and the firm's next deadlines; two statements however many cases."""
    del request
    waiting = overview.waiting(work)
    return Overview(
        **overview.counts(work), next=[case_row(found, work.actor) for found in waiting]
    )
