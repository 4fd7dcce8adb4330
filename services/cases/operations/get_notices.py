"""Anybody sees running and announced freeze windows."""

from __future__ import annotations

from services.cases.contract.operations.freezes import GetNotices
from services.cases.contract.types.freezes import FreezeWindows
from services.cases.store import freezes, rules
from services.chassis.db.work import Work


def get_notices(request: GetNotices, work: Work) -> FreezeWindows:
    """Soonest first; one planned but not announced is nobody's business yet."""
    windows = freezes.listed(work.session, request.utility, after=work.now)
    shown = [freezes.view(window, work.now) for window in windows]
    opens_at = rules.of(work.session, request.utility).opens_at
    return FreezeWindows(
        items=[view for view in shown if view.state in {"announced", "active"}],
        opens_at=opens_at if opens_at and opens_at > work.now else None,
    )
