"""The firm's overview, and the utility's queue."""

from __future__ import annotations

from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.case import CasePage
from services.cases.store import dialogue, search
from services.cases.views import case_row
from services.chassis.db.work import Work


def list_cases(request: ListCases, work: Work) -> CasePage:
    """One page; raises InvalidRequest for a cursor or a day that is none."""
    rows, following = search.page(work, request)
    unread = dialogue.unread(work.session, work.actor, [found.case.id for found in rows])
    return CasePage(
        items=[case_row(found, work.actor, unread.get(found.case.id, 0)) for found in rows],
        next=following,
    )
