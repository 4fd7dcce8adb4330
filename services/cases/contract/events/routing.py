"""Of where a case goes."""

from __future__ import annotations

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import ZoneView


class CaseRouted(CaseEvent):
    """Another zone handles it now; None: somebody distributes it by hand."""

    zone: ZoneView | None
